package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.BadInput.UNKNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.Utf8;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Parquet files that are damaged, cut, no Parquet, or hold other types than the contract says. */
final class BadParquet {
  private static final byte[] TWO = ParquetFixture.good(CompressionCodecName.SNAPPY);
  private static final byte[] PLAIN = ParquetFixture.good(CompressionCodecName.UNCOMPRESSED);
  private static final int FOOTER_LENGTH = TWO.length - 8;
  private static final Schema TEXT = Schema.create(Schema.Type.STRING);
  private static final Schema LONG = Schema.create(Schema.Type.LONG);

  private BadParquet() {}

  static List<BadInput> kinds() {
    return List.of(
        kind("parquet empty file", 0, r -> new byte[0]),
        kind("parquet without rows", 0, r -> ParquetFixture.none()),
        kind("parquet of a magic number", UNKNOWN, r -> "PAR1".getBytes(UTF_8)),
        kind("parquet of two magic numbers", UNKNOWN, r -> "PAR1PAR1".getBytes(UTF_8)),
        kind("parquet of NULs", UNKNOWN, r -> new byte[1000]),
        kind("parquet that is JSON", UNKNOWN, r -> Profiles.BEFORE.getBytes(UTF_8)),
        kind("parquet that is encrypted", UNKNOWN, r -> end(TWO, "PARE")),
        kind("parquet without its end", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length - 4)),
        kind("parquet without its footer", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length / 2)),
        kind("parquet without its start", UNKNOWN, r -> Arrays.copyOfRange(TWO, 4, TWO.length)),
        kind("parquet with bytes behind", UNKNOWN, r -> Profiles.concat(TWO, new byte[7])),
        kind("parquet twice in a file", UNKNOWN, r -> Profiles.concat(TWO, TWO)),
        kind("parquet with a footer of 2 GB", UNKNOWN, r -> footer(Integer.MAX_VALUE)),
        kind("parquet with a footer of -1", UNKNOWN, r -> footer(-1)),
        kind("parquet with a footer of 0", UNKNOWN, r -> footer(0)),
        kind("parquet with pages of NULs", UNKNOWN, r -> pagesOf(PLAIN, 0)),
        kind("parquet with pages of 0xff", UNKNOWN, r -> pagesOf(PLAIN, 0xff)),
        kind("parquet cut anywhere", UNKNOWN, r -> Damage.cut(TWO, r)),
        kind("parquet with a bit flipped", UNKNOWN, r -> Damage.flip(TWO, r)),
        kind("parquet with a bit flipped in its footer", UNKNOWN, BadParquet::flippedFooter),
        kind("parquet with a slice gone", UNKNOWN, r -> Damage.remove(TWO, r)),
        kind("parquet with a slice twice", UNKNOWN, r -> Damage.repeat(TWO, r)),
        kind("parquet with bytes of chance within", UNKNOWN, r -> Damage.insert(TWO, r)),
        kind("parquet with a slice of NULs", UNKNOWN, r -> Damage.blank(TWO, r)),
        kind("parquet with two slices swapped", UNKNOWN, r -> Damage.swap(TWO, r)),
        kind("parquet plain with a bit flipped", UNKNOWN, r -> Damage.flip(PLAIN, r)),
        kind("parquet compressed by gzip", 2, r -> ParquetFixture.good(CompressionCodecName.GZIP)),
        kind(
            "parquet compressed by zstd",
            UNKNOWN,
            r -> ParquetFixture.good(CompressionCodecName.ZSTD)),
        type("parquet with a number as text", "birth_year", TEXT, "1990"),
        type(
            "parquet with a number of 32 bits", "birth_year", Schema.create(Schema.Type.INT), 1990),
        type(
            "parquet with a number as double",
            "birth_year",
            Schema.create(Schema.Type.DOUBLE),
            1990.0),
        type(
            "parquet with a number that is NaN",
            "birth_year",
            Schema.create(Schema.Type.DOUBLE),
            Double.NaN),
        type("parquet with a text as number", "city", LONG, 7L),
        type(
            "parquet with a text as bytes",
            "city",
            Schema.create(Schema.Type.BYTES),
            ByteBuffer.wrap(new byte[] {1, 2})),
        type(
            "parquet with a text as an enumeration",
            "city",
            SchemaBuilder.enumeration("e").symbols("leeds"),
            new GenericData.EnumSymbol(SchemaBuilder.enumeration("e").symbols("leeds"), "leeds")),
        type(
            "parquet with a text as list",
            "city",
            Schema.createArray(TEXT),
            List.of(Profiles.NAME)),
        type(
            "parquet with a text as map",
            "city",
            Schema.createMap(TEXT),
            Map.of("name", Profiles.NAME)),
        type(
            "parquet with a text as record",
            "city",
            person(),
            new GenericRecordBuilder(person()).set("name", Profiles.NAME).build()),
        type("parquet with a bool as number", "push_opt_in", LONG, 1L),
        type("parquet with a time as text", "occurred_at", TEXT, "2026-01-05T09:00:00Z"),
        type(
            "parquet with a time as text without zone", "occurred_at", TEXT, "2026-01-05T09:00:00"),
        type("parquet with a time as number", "occurred_at", LONG, 1_767_603_600L),
        type(
            "parquet with a time in milliseconds",
            "occurred_at",
            LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)),
            1_767_603_600_000L),
        type(
            "parquet with a time that is local",
            "occurred_at",
            LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Schema.Type.LONG)),
            1_767_603_600_000_000L),
        type(
            "parquet with a time in 96 bits",
            "occurred_at",
            Schema.createFixed("t", null, null, 12),
            new GenericData.Fixed(Schema.createFixed("t", null, null, 12), new byte[12])),
        type(
            "parquet with a number as decimal",
            "credit_limit_minor",
            LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES)),
            ByteBuffer.wrap(new byte[] {1, 2})),
        value("parquet with the last time there is", "occurred_at", Long.MAX_VALUE),
        value("parquet with the first time there is", "occurred_at", Long.MIN_VALUE),
        value("parquet with the last day there is", "account_opened_on", Integer.MAX_VALUE),
        value("parquet with the first day there is", "account_opened_on", Integer.MIN_VALUE),
        value("parquet with a number below its minimum", "credit_limit_minor", Long.MIN_VALUE),
        value("parquet with an optional value absent", "city", null),
        value("parquet with a code that is a name", "income_segment", Profiles.NAME),
        value("parquet with a text of 10 MB", "city", "x".repeat(10_000_000)),
        value("parquet with an empty id", "event_id", ""),
        value("parquet with a NUL in a text", "city", "le\0eds"),
        value("parquet with a text in latin1", "city", new Utf8(new byte[] {'l', (byte) 0xe9})),
        kind(
            "parquet without a required column",
            2,
            r -> ParquetFixture.renamed((n, s) -> n.equals("event_id") ? null : n)),
        kind(
            "parquet with an unknown column",
            2,
            r -> ParquetFixture.renamed((n, s) -> n.equals("city") ? "mood" : n)),
        kind(
            "parquet with a column in capitals",
            2,
            r -> ParquetFixture.renamed((n, s) -> n.equals("city") ? "CITY" : n)),
        kind("parquet of one record twice", 2, r -> ParquetFixture.renamed((n, s) -> n)));
  }

  private static Schema person() {
    return SchemaBuilder.record("person").fields().requiredString("name").endRecord();
  }

  private static byte[] end(byte[] bytes, String magic) {
    return Profiles.concat(
        Arrays.copyOf(bytes, bytes.length - magic.length()), magic.getBytes(UTF_8));
  }

  private static byte[] footer(int length) {
    byte[] changed = TWO.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(FOOTER_LENGTH, length);
    return changed;
  }

  private static int footerStart(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    return file.length - 8 - length;
  }

  private static byte[] pagesOf(byte[] file, int value) {
    byte[] changed = file.clone();
    Arrays.fill(changed, 4, footerStart(file), (byte) value);
    return changed;
  }

  private static byte[] flippedFooter(Random random) {
    byte[] changed = TWO.clone();
    int start = footerStart(TWO);
    changed[start + random.nextInt(TWO.length - 8 - start)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static BadInput type(String kind, String column, Schema type, Object value) {
    return kind(kind, UNKNOWN, r -> ParquetFixture.type(column, type, value));
  }

  private static BadInput value(String kind, String column, Object value) {
    return new BadInput(kind, path(kind), 3, true, r -> ParquetFixture.value(column, value));
  }

  private static BadInput kind(String kind, int records, Function<Random, byte[]> maker) {
    return new BadInput(kind, path(kind), records, false, maker);
  }

  private static String path(String kind) {
    return "customer_profiles/" + Profiles.fileName(kind) + ".parquet";
  }
}
