package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RowParser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads rows of raw tables that monitoring tables keep as JSON. */
final class RawPayloads {
  private final Map<String, RowParser> parsers = new HashMap<>();
  private final RowBuffer encoded = new RowBuffer(512);

  RawPayloads() {
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      parsers.put(table.name(), new RowParser(table));
    }
  }

  /** Number of a raw table. */
  int number(String table) {
    return Contracts.RAW.indexOf(parsers.get(table).spec());
  }

  /**
   * The encoded row.
   *
   * @param keptAs where the row is, for people
   */
  byte[] row(String table, String payload, String keptAs) {
    RowParser parser = parsers.get(table);
    encoded.clear();
    try {
      parser.parseJson(payload.getBytes(StandardCharsets.UTF_8), encoded);
      return encoded.toBytes();
    } catch (RejectedRecordException e) {
      throw new IllegalStateException(
          keptAs + " is a row that " + parser.spec() + " no longer takes: ingest with --rebuild",
          e);
    }
  }
}
