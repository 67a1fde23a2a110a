package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a producer delivers: nothing breaks, nothing is lost, nobody is named. */
class BadInputTest {
  private static final List<BadInput> KINDS = BadInput.all();

  @Provide
  Arbitrary<BadInput> kinds() {
    return Arbitraries.of(KINDS);
  }

  @Example
  void thereAreMoreThanTwoHundredKinds() {
    TreeSet<String> names = new TreeSet<>(KINDS.stream().map(BadInput::kind).toList());
    TreeSet<String> paths = new TreeSet<>(KINDS.stream().map(BadInput::path).toList());

    assertThat(KINDS.size(), greaterThanOrEqualTo(200));
    assertThat("kinds of one name", names.size(), is(KINDS.size()));
    assertThat("kinds in one file", paths.size(), is(KINDS.size()));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void everyKindIsAccountedFor(
      @ForAll("kinds") BadInput input, @ForAll @IntRange(min = 1, max = 3) int seed) {
    byte[] content = input.bytes(seed);
    Logged<Intake> logged = Logged.during(() -> Intake.of(input.path(), content));
    Intake intake = logged.result();

    Accounting.check(intake, logged.lines());
    if (input.records() != BadInput.UNKNOWN) {
      assertThat(
          "records read", intake.account().read(), is(input.records() + intake.fileLetters()));
    }
    if (input.framed()) {
      List<String> ids = intake.rows().stream().map(row -> row.eventId()).toList();
      assertThat("good neighbours", ids, hasItems("before", "after"));
    }
  }
}
