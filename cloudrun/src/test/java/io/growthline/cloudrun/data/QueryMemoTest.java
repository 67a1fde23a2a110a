package io.growthline.cloudrun.data;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.warehouse.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryMemoTest {
  private static final Map<String, Object> NONE = Map.of();
  private int asked;

  @Test
  void aStatementIsAskedOnceForEachValueOfItsParameters() {
    QueryMemo memo = new QueryMemo(10_000);
    ask(memo, "SELECT 1", Map.of("id", "a"), 1);
    ask(memo, "SELECT 1", Map.of("id", "a"), 1);
    ask(memo, "SELECT 1", Map.of("id", "b"), 1);

    assertThat(asked, is(2));
  }

  @Test
  void itNeverHoldsMoreThanItMayAndForgetsWhatWasNotUsedForLongest() {
    QueryMemo memo = new QueryMemo(400);
    for (String statement : List.of("a", "b", "c", "d", "a", "e", "f", "g")) {
      ask(memo, statement, NONE, 10);
      assertThat(memo.values(), lessThanOrEqualTo(400L));
    }
    int before = asked;

    ask(memo, "a", NONE, 10);
    ask(memo, "g", NONE, 10);
    assertThat("used lately", asked, is(before));
    ask(memo, "b", NONE, 10);
    assertThat("not used for long", asked, is(before + 1));
  }

  @Test
  void aResultThatWouldPushOutAllOthersIsNotKept() {
    QueryMemo memo = new QueryMemo(400);
    ask(memo, "large", NONE, 1_000);
    ask(memo, "large", NONE, 1_000);

    assertThat(asked, is(2));
    assertThat(memo.values(), is(0L));
  }

  private void ask(QueryMemo memo, String statement, Map<String, ?> parameters, int rows) {
    memo.get(
        statement,
        parameters,
        () -> {
          asked++;
          return Collections.nCopies(rows, new Row(List.of("n"), List.of(1L)));
        });
  }
}
