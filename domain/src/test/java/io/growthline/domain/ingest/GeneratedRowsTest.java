package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.Simulated;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the generator makes obeys the contracts that ingest applies. */
class GeneratedRowsTest {
  private static final Set<String> IMPORTED =
      Set.of("exchange_rates", "region_outcomes", "undeclared_columns");
  private static final Simulated WORLD = Simulated.customers(200, 7);

  @Test
  void everyRowObeysItsContract() throws RejectedRecordException {
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      check(table);
    }
  }

  private static <T extends Record> void check(TableSpec<T> table) throws RejectedRecordException {
    RowParser parser = new RowParser(table);
    RecordJson<T> json = new RecordJson<>(table);
    for (RawEvent event : WORLD.events()) {
      if (table.type().isInstance(event)) {
        T row = table.type().cast(event);
        assertThat(Decoded.json(parser, json.text(row)), is(row));
      }
    }
  }

  @Test
  void everyRawTableHasRowsButThoseThatOnlyImportsFill() {
    Set<String> filled = new TreeSet<>();
    for (RawEvent event : WORLD.events()) {
      filled.add(TableSpec.of(event.getClass().asSubclass(Record.class)).name());
    }

    List<String> tables =
        Contracts.RAW.stream()
            .map(TableSpec::name)
            .filter(table -> !IMPORTED.contains(table))
            .sorted()
            .toList();
    assertThat(List.copyOf(filled), is(tables));
  }

  @Test
  void noTwoRowsShareAnEventIdOrAnIdempotencyKey() {
    int rows = WORLD.events().size();

    assertThat(
        WORLD.events().stream().map(RawEvent::eventId).collect(Collectors.toSet()).size(),
        is(rows));
    assertThat(
        WORLD.events().stream().map(RawEvent::idempotencyKey).collect(Collectors.toSet()).size(),
        is(rows));
  }
}
