package io.caucus.localneo4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Asks a port whether it speaks Bolt: four magic bytes and four proposed versions, answered by the version chosen.
 *
 * <p>Source: Neo4j, "Bolt handshake specification".
 */
final class BoltHandshake {

    private static final int MAGIC = 0x6060B017;
    /** Bolt 5.8 or any of the eight minor versions below it, which every server since 5.0 understands. */
    private static final int VERSIONS = 0x00080805;

    private static final int NONE = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private BoltHandshake() {}

    static boolean isAnsweredAt(int port) {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.getOutputStream().write(proposal());
            var answer = socket.getInputStream().readNBytes(Integer.BYTES);
            return answer.length == Integer.BYTES && ByteBuffer.wrap(answer).getInt() != NONE;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] proposal() {
        return ByteBuffer.allocate(5 * Integer.BYTES)
                .putInt(MAGIC)
                .putInt(VERSIONS)
                .putInt(NONE)
                .putInt(NONE)
                .putInt(NONE)
                .array();
    }
}
