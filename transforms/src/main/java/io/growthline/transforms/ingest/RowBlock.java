package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.contract.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rows of one landing source packed into bytes: the source, then for each row the number of its raw
 * table and the row. Blocks are what ingest shuffles, because an element for each row is slow.
 */
public final class RowBlock {
  private static final List<RecordCodec<?>> CODECS = codecs();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** An empty block of rows of {@code source}. */
  public RowBlock(String source) {
    try {
      out.writeUTF(source);
    } catch (IOException e) {
      throw new IllegalArgumentException("Source name is too long: " + source, e);
    }
  }

  private static List<RecordCodec<?>> codecs() {
    List<RecordCodec<?>> codecs = new ArrayList<>();
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      codecs.add(new RecordCodec<>(table));
    }
    return List.copyOf(codecs);
  }

  /** Adds a row of the raw table number {@code table}. */
  @SuppressWarnings("unchecked") // the codec stands at the place of the row's table
  public void add(int table, Record row) {
    try {
      out.writeByte(table);
      ((RecordCodec<Record>) CODECS.get(table)).write(row, out);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot pack a row of " + Contracts.RAW.get(table), e);
    }
  }

  public int size() {
    return bytes.size();
  }

  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** Name of the source of a block. */
  public static String source(byte[] block) {
    try {
      return new DataInputStream(new ByteArrayInputStream(block)).readUTF();
    } catch (IOException e) {
      throw new IllegalStateException("A block of rows is damaged", e);
    }
  }

  /** Hands every row of a block over, with the number of its raw table. */
  public static void read(byte[] block, BiConsumer<Integer, Record> consumer) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(block))) {
      in.readUTF();
      while (in.available() > 0) {
        int table = in.readUnsignedByte();
        consumer.accept(table, CODECS.get(table).read(in));
      }
    } catch (IOException e) {
      throw new IllegalStateException("A block of rows is damaged", e);
    }
  }
}
