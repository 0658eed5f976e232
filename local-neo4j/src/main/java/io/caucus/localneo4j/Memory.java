package io.caucus.localneo4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the server may take of the machine's memory, in MiB.
 *
 * @param heapMebibytes for queries and transactions; a single transaction may use a quarter of it
 * @param pageCacheMebibytes for the store files, outside the heap
 */
public record Memory(int heapMebibytes, int pageCacheMebibytes) {

    private static final long ROOMY_BYTES = 8L << 30;

    public Memory {
        if (heapMebibytes < 1 || pageCacheMebibytes < 1) {
            throw new IllegalArgumentException("heap is %d MiB and page cache %d MiB, each must be at least 1"
                    .formatted(heapMebibytes, pageCacheMebibytes));
        }
    }

    /** 1024 + 512 from 8 GiB of memory on, half of it below: the service and a browser want their share, too. */
    public static Memory forThisMachine() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return machine.getTotalMemorySize() >= ROOMY_BYTES ? new Memory(1024, 512) : new Memory(512, 256);
    }
}
