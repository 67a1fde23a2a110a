package io.growthline.pipelines.warehouse;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;

/**
 * A file with the blocks of one bundle. Only where they are travels on, and the blocks wait on disk
 * for those of other bundles. The file is written once and never changed.
 */
final class Spill implements Closeable {
  private final Path file;
  private final OutputStream out;
  private final TreeMap<String, List<Slice>> partitions = new TreeMap<>();
  private long size;

  /** A part of a file. */
  record Slice(long begin, int length) {}

  /**
   * Where the blocks of one partition are.
   *
   * @param partition key of the partition
   */
  record Part(String partition, String file, List<Slice> slices) {}

  Spill(Path folder) throws IOException {
    file = Files.createDirectories(folder).resolve(UUID.randomUUID() + ".blocks");
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
  }

  void add(String partition, byte[] block) throws IOException {
    out.write(block);
    partitions
        .computeIfAbsent(partition, key -> new ArrayList<>())
        .add(new Slice(size, block.length));
    size += block.length;
  }

  /** What the file holds, by partition; after {@link #close}. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    partitions.forEach((key, slices) -> parts.add(new Part(key, file.toString(), slices)));
    return parts;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Reads the blocks of a part. */
  static List<byte[]> read(Part part) throws IOException {
    List<byte[]> blocks = new ArrayList<>(part.slices.size());
    try (RandomAccessFile in = new RandomAccessFile(part.file, "r")) {
      for (Slice slice : part.slices) {
        byte[] block = new byte[slice.length];
        in.seek(slice.begin);
        in.readFully(block);
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** Parts as bytes. */
  static final class PartCoder extends AtomicCoder<Part> {
    private static final PartCoder INSTANCE = new PartCoder();

    private PartCoder() {}

    static PartCoder of() {
      return INSTANCE;
    }

    @Override
    public void encode(Part part, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(part.partition, out);
      StringUtf8Coder.of().encode(part.file, out);
      VarInt.encode(part.slices.size(), out);
      for (Slice slice : part.slices) {
        VarInt.encode(slice.begin, out);
        VarInt.encode(slice.length, out);
      }
    }

    @Override
    public Part decode(InputStream in) throws IOException {
      String partition = StringUtf8Coder.of().decode(in);
      String file = StringUtf8Coder.of().decode(in);
      int count = VarInt.decodeInt(in);
      List<Slice> slices = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        slices.add(new Slice(VarInt.decodeLong(in), VarInt.decodeInt(in)));
      }
      return new Part(partition, file, slices);
    }
  }
}
