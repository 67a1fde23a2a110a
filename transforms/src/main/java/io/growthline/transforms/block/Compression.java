package io.growthline.transforms.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/**
 * Compresses blocks: a runner on one machine holds all of them, and a shuffle is paid by the byte.
 */
final class Compression {
  // The fastest level that finds repeated texts; higher ones cost more than they save here.
  private static final int LEVEL = 1;

  // Contexts and scratch are expensive to make, and threads of a runner live as long as the job.
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private Compression() {}

  /** The header, the length of the content and the compressed content. */
  static byte[] pack(byte[] header, byte[] content, int length) {
    int start = header.length + Integer.BYTES;
    Scratch scratch = SCRATCH.get();
    byte[] packed = scratch.ofAtLeast(start + (int) Zstd.compressBound(length));
    System.arraycopy(header, 0, packed, 0, header.length);
    putInt(packed, header.length, length);
    int size =
        scratch.compressor.compressByteArray(
            packed, start, packed.length - start, content, 0, length);
    return Arrays.copyOf(packed, start + size);
  }

  /**
   * The content that {@link #pack} put behind a header.
   *
   * @throws IllegalStateException when the bytes are damaged
   */
  static byte[] unpack(byte[] packed, int headerLength) {
    int start = headerLength + Integer.BYTES;
    byte[] content = new byte[getInt(packed, headerLength)];
    try {
      int size =
          SCRATCH
              .get()
              .decompressor
              .decompressByteArray(
                  content, 0, content.length, packed, start, packed.length - start);
      if (size == content.length) {
        return content;
      }
    } catch (ZstdException e) {
      throw new IllegalStateException("A block of rows is damaged", e);
    }
    throw new IllegalStateException("A block of rows is damaged: its length is wrong");
  }

  static void putInt(byte[] bytes, int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  static int getInt(byte[] bytes, int at) {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= (bytes[at + i] & 0xFF) << (8 * i);
    }
    return value;
  }

  /** What one thread works with. */
  private static final class Scratch {
    private final ZstdCompressCtx compressor =
        new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();
    private byte[] bytes = new byte[0];

    byte[] ofAtLeast(int length) {
      if (bytes.length < length) {
        bytes = new byte[length];
      }
      return bytes;
    }
  }
}
