CREATE CONSTRAINT signal_reading_key IF NOT EXISTS FOR (n:SignalReading) REQUIRE n.signalReadingId IS UNIQUE;
