package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses the port a server is started on. */
final class BoltPort {

    static final int ANY = 0;

    private BoltPort() {}

    /** The one asked for; if any will do, the one this folder had last, so that bookmarks and open consoles stay valid. */
    static int choose(DataFolder folder, int asked) {
        if (asked != ANY) {
            return checkFree(asked);
        }
        return Connection.recorded(folder)
                .map(Connection::port)
                .filter(BoltPort::isFree)
                .orElseGet(BoltPort::anyFree);
    }

    private static int checkFree(int port) {
        if (!isFree(port)) {
            throw new LocalNeo4jException(
                    Problem.PORT_TAKEN,
                    "Port %d on 127.0.0.1 is taken by another program. Choose another port for the database, or 0 for any free one."
                            .formatted(port));
        }
        return port;
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try {
            return bind(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
