package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_TABLE;

import io.growthline.domain.rule.Money;
import io.growthline.domain.rule.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How the rows of one source become raw events. Loaded from YAML; every CEL expression is compiled
 * and type-checked then, so that a wrong mapping never meets data. Not thread-safe.
 */
public final class SourceMapping {
  /** Data formats that mappings read. */
  public enum Format {
    CSV,
    JSONL,
    PARQUET
  }

  /** A condition under which rows are rejected unless it holds. */
  record Check(MappingExpression when, MappingExpression require, Rejection rejection) {}

  /** Fields that rows must carry, in the row itself or in an object of it. */
  record Fields(MappingExpression when, String at, List<FieldRule> rules) {}

  /**
   * One kind of event that rows may give.
   *
   * @param when condition, or null
   * @param forEach list with one element for each event, or null for one event
   * @param hundredths columns whose amounts are right only in a currency of hundredths
   */
  record TableRule(
      RowParser parser,
      MappingExpression when,
      MappingExpression forEach,
      Map<String, MappingExpression> columns,
      List<String> hundredths) {

    /** Refuses amounts of hundredths in a currency that has none; null is no currency. */
    void checkCurrency(Object currency) throws RejectedRecordException {
      if (!hundredths.isEmpty() && currency instanceof String code && Money.hasNoHundredths(code)) {
        throw columns
            .get(hundredths.get(0))
            .reject(
                RejectionCode.WRONG_TYPE,
                "minor(amount) counts hundredths, which the currency does not have; write"
                    + " minor(amount, currency)");
      }
    }
  }

  private final String source;
  private final Format format;
  private final char delimiter;
  private final LocalDate notBefore;
  private final boolean filterOthers;
  private final Map<String, MappingExpression> lets;
  private final List<Check> checks;
  private final List<Fields> fields;
  private final List<TableRule> tables;

  SourceMapping(MappingYaml yaml) {
    this.source = yaml.source();
    this.format = yaml.format();
    this.delimiter = yaml.delimiter();
    this.notBefore = yaml.notBefore();
    this.filterOthers = yaml.filterOthers();
    this.lets = yaml.lets();
    this.checks = yaml.checks();
    this.fields = yaml.fields();
    this.tables = yaml.tables();
  }

  /**
   * Reads a mapping.
   *
   * @param fileName name for messages
   * @throws MappingException naming file, rule and column when the mapping is wrong
   */
  public static SourceMapping load(String fileName, String yaml) {
    return new SourceMapping(new MappingYaml(fileName, yaml));
  }

  /** Name of the source, which is also its folder below the landing place. */
  public String source() {
    return source;
  }

  public Format format() {
    return format;
  }

  /** Delimiter of CSV files. */
  public char delimiter() {
    return delimiter;
  }

  /**
   * Applies the mapping to one row.
   *
   * @param row values by name; text only for CSV
   * @param line record number in the file, from 1
   * @param file base name of the file
   * @param readAt when the file is read: nothing in it happened later
   */
  public MappedRow apply(Map<String, ?> row, long line, String file, Instant readAt) {
    RowValues values = new RowValues(row, line, file, lets);
    RowEvents events = new RowEvents(source, new PlausibleTimes(notBefore, readAt));
    try {
      check(values);
      for (TableRule rule : tables) {
        events.add(rule, values);
      }
      if (events.isEmpty() && !filterOthers) {
        throw new RejectedRecordException(
            UNKNOWN_TABLE, null, "No table of the mapping " + source + " takes this row");
      }
    } catch (RejectedRecordException e) {
      return new MappedRow(List.of(), List.of(new MappedRow.Rejected(null, e.rejection())));
    }
    return events.toRow();
  }

  private void check(Values values) throws RejectedRecordException {
    for (Check check : checks) {
      if ((check.when() == null || check.when().isTrue(values))
          && !check.require().isTrue(values)) {
        throw new RejectedRecordException(check.rejection());
      }
    }
    for (Fields group : fields) {
      if (group.when() != null && !group.when().isTrue(values)) {
        continue;
      }
      Map<?, ?> checked = (Map<?, ?>) values.get("row");
      if (group.at() != null) {
        if (!(checked.get(group.at()) instanceof Map<?, ?> inner)) {
          throw new RejectedRecordException(
              MISSING_FIELD, group.at(), group.at() + " must be an object");
        }
        checked = inner;
      }
      for (FieldRule rule : group.rules()) {
        rule.check(checked);
      }
    }
  }
}
