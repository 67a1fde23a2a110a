package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.xerial.snappy.Snappy;

/**
 * Rows of one origin and landing source packed into bytes: both, then, compressed, for each row the
 * number of its raw table and the row. Blocks are what ingest shuffles, because an element for each
 * row is slow; they are compressed, because a runner on one machine holds all of them.
 */
public final class RowBlock {
  private static final List<RecordCodec<?>> CODECS = codecs();

  private final byte[] header;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Where rows come from. */
  public enum Origin {
    /** Published in a raw table by an earlier run. */
    PUBLISHED,
    /** Dropped as a duplicate by an earlier run. */
    DUPLICATE,
    /** Read by this run. */
    FRESH,
    /** Read by this run, and by a streaming job before it. */
    STREAMED,
    /** Read by a streaming job before this run, which has not appended it. */
    STREAM_DROPPED
  }

  /** An empty block of rows that landed in the folder {@code source}. */
  public RowBlock(Origin origin, String source) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (DataOutputStream headOut = new DataOutputStream(head)) {
      headOut.writeByte(origin.ordinal());
      headOut.writeUTF(source);
    } catch (IOException e) {
      throw new IllegalArgumentException("Source name is too long: " + source, e);
    }
    header = head.toByteArray();
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

  /** The group of customers that a row belongs to; rows without a customer stay together. */
  public static int bucket(RawEvent event, int buckets) {
    return Math.floorMod(Objects.hashCode(event.customerId()), buckets);
  }

  /** Bytes of the rows before they are compressed. */
  public int size() {
    return bytes.size();
  }

  public byte[] toBytes() {
    try {
      byte[] rows = Snappy.compress(bytes.toByteArray());
      byte[] block = Arrays.copyOf(header, header.length + rows.length);
      System.arraycopy(rows, 0, block, header.length, rows.length);
      return block;
    } catch (IOException e) {
      throw new IllegalStateException("Cannot compress a block of rows", e);
    }
  }

  /** Where the rows of a block come from. */
  public static Origin origin(byte[] block) {
    return Origin.values()[block[0]];
  }

  /** Landing source of a block; empty for published rows. */
  public static String source(byte[] block) {
    try {
      return new DataInputStream(new ByteArrayInputStream(block, 1, block.length - 1)).readUTF();
    } catch (IOException e) {
      throw new IllegalStateException("A block of rows is damaged", e);
    }
  }

  /** Hands every row of a block over, with the number of its raw table. */
  public static void read(byte[] block, BiConsumer<Integer, Record> consumer) {
    try (DataInputStream head = new DataInputStream(new ByteArrayInputStream(block))) {
      head.readByte();
      head.readUTF();
      int start = block.length - head.available();
      byte[] rows = new byte[Snappy.uncompressedLength(block, start, block.length - start)];
      Snappy.uncompress(block, start, block.length - start, rows, 0);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(rows));
      while (in.available() > 0) {
        int table = in.readUnsignedByte();
        consumer.accept(table, CODECS.get(table).read(in));
      }
    } catch (IOException e) {
      throw new IllegalStateException("A block of rows is damaged", e);
    }
  }
}
