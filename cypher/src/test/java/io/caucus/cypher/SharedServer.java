package io.caucus.cypher;

import io.caucus.testkit.Neo4jServer;

/** The local process that all tests of this JVM share. */
final class SharedServer {

    private static final class Started {

        static final TestServer SERVER = start();
    }

    private SharedServer() {}

    static TestServer get() {
        return Started.SERVER;
    }

    private static TestServer start() {
        var server = Neo4jServer.shared();
        return TestServer.at(server.uri(), server.user(), server.password());
    }
}
