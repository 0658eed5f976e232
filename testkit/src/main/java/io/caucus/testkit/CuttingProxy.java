package io.caucus.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A cable that can be cut: it stands between a client and a server on loopback and, when told to, drops all connections after
 * so many more bytes of the client's. It falls wherever the bytes run out, in the middle of a message or after a commit was sent
 * and before it was answered; whoever connects again is served.
 */
public final class CuttingProxy implements Closeable {

    private static final long NEVER = Long.MAX_VALUE;

    private final InetSocketAddress server;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();

    public CuttingProxy(URI server) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Where clients connect. */
    public URI uri(String scheme) {
        return URI.create("%s://%s:%d".formatted(scheme, server.getHostString(), listening.getLocalPort()));
    }

    /** Drops all connections once so many more bytes have come from clients, and forgets about it then. */
    public void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /** How often it was cut. */
    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                var upstream = new Socket(server.getAddress(), server.getPort());
                // As the driver's own sockets: else each small message waits 40 ms for an acknowledgement.
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                open.add(client);
                open.add(upstream);
                threads.execute(() -> copy(client, upstream, true));
                threads.execute(() -> copy(upstream, client, false));
            } catch (IOException closed) {
                dropAll();
            }
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            pump(from.getInputStream(), to.getOutputStream(), counted);
        } catch (IOException cut) {
            // Both ends are closed above, which is what a cut cable looks like from either of them.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pump(InputStream in, OutputStream out, boolean counted) throws IOException {
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int passed = counted ? take(read) : read;
            out.write(buffer, 0, passed);
            out.flush();
            if (passed < read) {
                cuts.incrementAndGet();
                dropAll();
                return;
            }
        }
    }

    /** How many of these bytes may still pass. */
    private int take(int bytes) {
        long before = bytesLeft.getAndUpdate(left -> left == NEVER || left < bytes ? NEVER : left - bytes);
        return before == NEVER ? bytes : (int) Math.min(bytes, before);
    }

    private void dropAll() {
        open.forEach(CuttingProxy::drop);
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is to be gone, and it is.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        dropAll();
        threads.shutdownNow();
    }
}
