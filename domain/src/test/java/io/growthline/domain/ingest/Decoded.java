package io.growthline.domain.ingest;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Encoded rows as records again, to compare them in tests. */
final class Decoded {
  /** When the files of tests are read: after all that is in them. */
  static final Instant READ_AT = Instant.parse("2026-06-30T00:00:00Z");

  private Decoded() {}

  /** The row that a parser makes of a JSON object. */
  static Record json(RowParser parser, String json) throws RejectedRecordException {
    RowBuffer out = new RowBuffer(64);
    parser.parseJson(json.getBytes(StandardCharsets.UTF_8), out);
    return row(parser.spec(), out.toBytes());
  }

  /** The row that a parser makes of values by column name. */
  static Record map(RowParser parser, Map<String, ?> values) throws RejectedRecordException {
    RowBuffer out = new RowBuffer(64);
    parser.parseMap(values, out);
    return row(parser.spec(), out.toBytes());
  }

  static Record row(MappedRow.Event event) {
    return row(event.table(), event.row());
  }

  private static Record row(TableSpec<?> table, byte[] row) {
    return RowCodec.of(table).read(row, 0);
  }
}
