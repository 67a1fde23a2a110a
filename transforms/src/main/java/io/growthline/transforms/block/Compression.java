package io.growthline.transforms.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/**
 * Compresses blocks: a runner on one machine holds all of them, and a shuffle is paid by the byte.
 */
final class Compression {
  // The fastest level that finds repeated texts; higher ones cost more than they save here.
  private static final int LEVEL = 1;

  private Compression() {}

  /** The header, the length of the content and the compressed content. */
  static byte[] pack(byte[] header, byte[] content, int length) {
    byte[] packed = new byte[header.length + Integer.BYTES + (int) Zstd.compressBound(length)];
    System.arraycopy(header, 0, packed, 0, header.length);
    putInt(packed, header.length, length);
    int start = header.length + Integer.BYTES;
    long size =
        Zstd.compressByteArray(packed, start, packed.length - start, content, 0, length, LEVEL);
    if (Zstd.isError(size)) {
      throw new IllegalStateException("Cannot compress a block: " + Zstd.getErrorName(size));
    }
    return java.util.Arrays.copyOf(packed, start + (int) size);
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
      long size =
          Zstd.decompressByteArray(
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
}
