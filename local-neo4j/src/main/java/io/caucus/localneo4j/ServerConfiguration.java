package io.caucus.localneo4j;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text of {@code neo4j.conf}, written anew before every start. */
final class ServerConfiguration {

    private static final Pattern PORT = Pattern.compile("(?m)^server\\.bolt\\.listen_address=127\\.0\\.0\\.1:(\\d+)$");

    private ServerConfiguration() {}

    /** @param plansOnce keeps plans however much the graph changes: tests empty it all the time and wait for plans most of it */
    static String of(int boltPort, Memory memory, boolean plansOnce) {
        var text = """
                # Written by Caucus before every start; changes are lost.

                # Bolt, from this machine only. Clients give a connection up that says nothing for as long as the probes take, 3 s.
                # With one probe that would be the moment its sign of life is due: a long statement would be lost to a late one.
                server.bolt.listen_address=127.0.0.1:%d
                server.bolt.connection_keep_alive=1s
                server.bolt.connection_keep_alive_for_requests=ALL
                server.bolt.connection_keep_alive_probes=3
                server.http.enabled=false
                server.https.enabled=false

                # Nothing is told to anybody.
                dbms.usage_report.enabled=false
                server.fleet_discovery.enabled=false

                # LOAD CSV would read any file and any address that this user can: even a read-only session may run it.
                dbms.security.allow_csv_import_from_file_urls=false
                internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
                server.directories.import=import

                server.memory.pagecache.size=%dm
                db.memory.transaction.max=%dm
                # Only for clients that set no time limit of their own.
                db.transaction.timeout=60s

                # Logs grow as they are needed, rather than by 256 MiB at a time.
                db.tx_log.preallocate=false
                # Whoever stops the server has finished with it: a transaction that was left open does not hold it up.
                db.shutdown_transaction_end_timeout=500ms
                internal.db.transaction.shutdown_terminated_transaction_wait_timeout=500ms
                # The stores are closed by then; by default each of two listeners would be quiet for another five seconds.
                internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
                """.formatted(boltPort, memory.pageCacheMebibytes(), Math.max(1, memory.heapMebibytes() / 4));
        return plansOnce ? text + "dbms.cypher.min_replan_interval=24h\n" : text;
    }

    /** The port that a configuration written by {@link #of} gives to Bolt. */
    static Optional<Integer> portIn(String configuration) {
        var line = PORT.matcher(configuration);
        return line.find() ? Optional.of(Integer.valueOf(line.group(1))) : Optional.empty();
    }
}
