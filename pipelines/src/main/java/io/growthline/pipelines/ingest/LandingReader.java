package io.growthline.pipelines.ingest;

import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_TABLE;
import static io.growthline.domain.ingest.RejectionCode.UNREADABLE_FILE;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.UndeclaredColumns;
import io.growthline.domain.ingest.MappedRow;
import io.growthline.domain.ingest.RowParser;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.DeadLetter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;

/**
 * Reads landing files of every kind into a {@link FileIntake}. Whatever a file holds, it ends in
 * the account: as rows, as rejected records, or as one dead letter for what cannot be read.
 */
final class LandingReader {
  private final Function<String, Optional<SourceMapping>> mappings;
  private final List<RowParser<? extends Record>> parsers = new ArrayList<>();
  private final Map<TableSpec<?>, Integer> numbers = new HashMap<>();
  private final int undeclaredColumns;

  /**
   * @param mappings the mapping of a source, if it has one
   */
  LandingReader(Function<String, Optional<SourceMapping>> mappings, UnknownColumns unknownColumns) {
    this.mappings = mappings;
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      numbers.put(table, parsers.size());
      parsers.add(new RowParser<>(table, unknownColumns));
    }
    undeclaredColumns = numbers.get(TableSpec.of(UndeclaredColumns.class));
  }

  /** Opens files; separate so that a file which cannot be opened is handled in one place. */
  interface Opener {
    ReadableByteChannel open() throws IOException;
  }

  void read(Opener opener, FileIntake intake) {
    LandingFile file = intake.file();
    Optional<SourceMapping> mapping = mappings.apply(file.source());
    TableSpec<?> table = rawTable(file.source());
    if (mapping.isEmpty() && table == null) {
      intake.rejectFile(
          UNKNOWN_TABLE, "the folder is no raw table and holds no _mapping.yaml, nothing was read");
      return;
    }
    try (ReadableByteChannel channel = opener.open()) {
      if (mapping.isPresent()) {
        readMapped(channel, mapping.get(), intake);
      } else {
        intake.meantFor(table);
        readNative(channel, parsers.get(numbers.get(table)), intake);
      }
    } catch (FileIntake.OutputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      intake.rejectFile(UNREADABLE_FILE, reason(e));
    }
  }

  private void readNative(ReadableByteChannel channel, RowParser<?> parser, FileIntake intake)
      throws IOException {
    LandingFile file = intake.file();
    if (file.hasExtension("parquet")) {
      try (SeekableByteChannel copy = seekable(channel)) {
        RowReaders.parquet(
            copy, intake, (row, line, payload) -> accept(parser, parser.parseMap(row), intake));
      }
    } else if (file.hasExtension("jsonl", "json", "ndjson")) {
      RowReaders.jsonLines(
          stream(channel, file),
          intake,
          (json, line, payload) -> accept(parser, parser.parseJson(json), intake));
    } else {
      throw new UnreadableFileException("native files are .jsonl, .jsonl.gz or .parquet");
    }
  }

  /** The raw table of that name, or null. */
  static TableSpec<? extends Record> rawTable(String name) {
    return Contracts.RAW.stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }

  private void accept(RowParser<?> parser, Record row, FileIntake intake) {
    Optional<String> undeclared = parser.undeclared();
    intake.accept(numbers.get(parser.spec()), row);
    if (undeclared.isPresent()) {
      intake.read(1);
      intake.accept(
          undeclaredColumns,
          UndeclaredColumns.of((RawEvent) row, parser.spec().name(), undeclared.get()));
    }
  }

  /**
   * Tries a rejected record again, as the contracts and mappings are now. Of a mapped row only the
   * events of the table that the rejection was of are taken; the others were not rejected.
   */
  void replay(
      DeadLetter letter, Optional<SourceMapping> mapping, byte[] header, FileIntake intake) {
    byte[] payload = letter.payload().getBytes(StandardCharsets.UTF_8);
    if (mapping.isEmpty()) {
      RowParser<?> parser = parsers.get(numbers.get(rawTable(letter.tableName())));
      intake.meantFor(parser.spec());
      RowReaders.one(
          payload, letter.line(), intake, json -> accept(parser, parser.parseJson(json), intake));
    } else {
      RowReaders.one(
          payload,
          letter.line(),
          intake,
          bytes -> {
            Map<String, ?> row =
                mapping.get().format() == SourceMapping.Format.CSV
                    ? RowReaders.csvRow(header, bytes, mapping.get().delimiter())
                    : RowReaders.parse(bytes);
            MappedRow mapped = mapping.get().apply(row, letter.line(), intake.file().name());
            accept(mapped.of(rawTable(letter.tableName())), row, letter.line(), bytes, intake);
          });
    }
  }

  private void readMapped(ReadableByteChannel channel, SourceMapping mapping, FileIntake intake)
      throws IOException {
    LandingFile file = intake.file();
    RowReaders.RecordConsumer<Map<String, ?>> consumer =
        (row, line, payload) ->
            accept(mapping.apply(row, line, file.name()), row, line, payload, intake);
    switch (mapping.format()) {
      case CSV -> RowReaders.csv(stream(channel, file), mapping.delimiter(), intake, consumer);
      case JSONL -> RowReaders.jsonMaps(stream(channel, file), intake, consumer);
      case PARQUET -> {
        try (SeekableByteChannel copy = seekable(channel)) {
          RowReaders.parquet(copy, intake, consumer);
        }
      }
    }
  }

  private void accept(
      MappedRow mapped, Map<String, ?> row, long line, byte[] payload, FileIntake intake) {
    intake.read(mapped.read() - 1);
    if (mapped.filtered()) {
      intake.filter();
    }
    for (MappedRow.Event event : mapped.events()) {
      intake.accept(numbers.get(event.table()), event.row());
    }
    for (MappedRow.Rejected rejected : mapped.rejections()) {
      byte[] bytes = payload == null ? ParquetRows.json(row) : payload;
      intake.reject(rejected.rejection(), line, rejected.table(), bytes);
    }
  }

  private static InputStream stream(ReadableByteChannel channel, LandingFile file)
      throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    return file.isGzip() ? new GzipMembers(in) : in;
  }

  // Parquet is read at random, a bucket is not: a copy also is what its checksum is of.
  private static SeekableByteChannel seekable(ReadableByteChannel channel) throws IOException {
    Path copy = temporary();
    try {
      copy(channel, copy);
      return Files.newByteChannel(
          copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  // A full disk is no fault of the file, which would then be skipped for good as unreadable.
  private static Path temporary() {
    try {
      return Files.createTempFile("growthline", ".parquet");
    } catch (IOException e) {
      throw new FileIntake.OutputException(new UncheckedIOException(e));
    }
  }

  private static void copy(ReadableByteChannel from, Path to) throws IOException {
    byte[] chunk = new byte[1 << 16];
    InputStream in = Channels.newInputStream(from);
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
        out.write(chunk, 0, count);
      } catch (IOException e) {
        throw new FileIntake.OutputException(new UncheckedIOException(e));
      }
    }
  }

  // Messages of libraries may quote what stands in the file; these cannot.
  private static String reason(Exception e) {
    if (e instanceof UnreadableFileException) {
      return e.getMessage();
    } else if (e instanceof EOFException) {
      return "the file is cut off";
    } else if (e instanceof ZipException) {
      return "the file is damaged or no gzip file";
    }
    return "the file cannot be read (" + e.getClass().getSimpleName() + ")";
  }
}
