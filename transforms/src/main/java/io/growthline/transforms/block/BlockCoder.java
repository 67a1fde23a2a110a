package io.growthline.transforms.block;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * Blocks of bytes after their length. Beam's own coder of bytes reads what it decodes piece by
 * piece to its end, and runners on one machine copy each block through its coder several times.
 */
public final class BlockCoder extends AtomicCoder<byte[]> {
  private static final long serialVersionUID = 1L;
  private static final BlockCoder INSTANCE = new BlockCoder();

  private BlockCoder() {}

  public static BlockCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(byte[] block, OutputStream out) throws IOException {
    VarInt.encode(block.length, out);
    out.write(block);
  }

  @Override
  public byte[] decode(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    byte[] block = in.readNBytes(length);
    if (block.length < length) {
      throw new EOFException("A block of rows is cut off");
    }
    return block;
  }

  @Override
  protected long getEncodedElementByteSize(byte[] block) {
    return VarInt.getLength(block.length) + (long) block.length;
  }
}
