package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.UndeclaredColumns;
import io.growthline.domain.ingest.MappedRow;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RowParser;
import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.transforms.block.RawRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes rows of raw tables of single records, for the intake of their file. Not thread-safe. */
final class RowMaker {
  private static final int UNDECLARED =
      Contracts.RAW.indexOf(TableSpec.of(UndeclaredColumns.class));

  private final List<RowParser> parsers = new ArrayList<>();
  private final RawRows rows = new RawRows();
  private final RowBuffer row = new RowBuffer(512);

  RowMaker(UnknownColumns unknownColumns) {
    Contracts.RAW.forEach(table -> parsers.add(new RowParser(table, unknownColumns)));
  }

  /** Takes a JSON object that is a row of the raw table number {@code table}. */
  void json(int table, byte[] json, int offset, int length, FileIntake intake)
      throws RejectedRecordException {
    row.clear();
    accept(table, parsers.get(table).parseJson(json, offset, length, row), intake);
  }

  /** Takes values by column name of the raw table number {@code table}. */
  void values(int table, Map<String, ?> values, FileIntake intake) throws RejectedRecordException {
    row.clear();
    accept(table, parsers.get(table).parseMap(values, row), intake);
  }

  /** Takes what a mapping has made of a record. */
  void mapped(MappedRow mapped, LandedRecord record, FileIntake intake) {
    intake.read(mapped.read() - 1);
    if (mapped.filtered()) {
      intake.filter();
    }
    for (MappedRow.Event event : mapped.events()) {
      intake.accept(Contracts.RAW.indexOf(event.table()), event.row(), event.row().length);
    }
    for (MappedRow.Rejected rejected : mapped.rejections()) {
      intake.reject(rejected.rejection(), record.number(), rejected.table(), record.payload());
    }
  }

  private void accept(int table, Optional<String> undeclared, FileIntake intake) {
    intake.accept(table, row.array(), row.size());
    if (undeclared.isPresent()) {
      RawEvent event = (RawEvent) rows.decode(table, row.array(), 0);
      RowBuffer kept =
          rows.encode(
              UNDECLARED,
              UndeclaredColumns.of(event, Contracts.RAW.get(table).name(), undeclared.get()));
      intake.read(1);
      intake.accept(UNDECLARED, kept.array(), kept.size());
    }
  }
}
