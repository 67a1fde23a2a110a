package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.metric.Decomposition.Effect;
import io.growthline.domain.metric.Decomposition.Group;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  /** Half of 100 at 10 % and half at 50 %; then a quarter at 20 % and three quarters at 60 %. */
  @Test
  void mixAndRateCanBeCheckedByHand() {
    List<Group> groups = List.of(new Group(5, 50, 5, 25), new Group(25, 50, 45, 75));

    List<Effect> effects = Decomposition.of(groups, new Group(30, 100, 50, 100), 1);

    // From 0.3 to 0.5, at a mean of 0.4.
    assertThat(effects.get(0).mix(), is(closeTo((0.25 - 0.5) * (0.15 - 0.4), 1e-12)));
    assertThat(effects.get(0).rate(), is(closeTo(0.1 * 0.375, 1e-12)));
    assertThat(effects.get(1).mix(), is(closeTo((0.75 - 0.5) * (0.55 - 0.4), 1e-12)));
    assertThat(effects.get(1).rate(), is(closeTo(0.1 * 0.625, 1e-12)));
    assertThat(sum(effects), is(closeTo(0.2, 1e-12)));
  }

  @Test
  void withoutAChangeOfSharesAllIsRateAndWithoutAChangeOfRatiosAllIsMix() {
    List<Effect> rate =
        Decomposition.of(
            List.of(new Group(1, 10, 2, 10), new Group(3, 10, 3, 10)), new Group(4, 20, 5, 20), 1);
    List<Effect> mix =
        Decomposition.of(
            List.of(new Group(1, 10, 2, 20), new Group(5, 10, 5, 10)), new Group(6, 20, 7, 30), 1);

    assertThat(rate.stream().mapToDouble(Effect::mix).sum(), is(closeTo(0, 1e-12)));
    assertThat(mix.stream().mapToDouble(Effect::rate).sum(), is(closeTo(0, 1e-12)));
  }

  @Test
  void aNewAndADisappearedGroupAddByTheirShareAlone() {
    List<Group> groups = List.of(new Group(0, 0, 8, 10), new Group(2, 10, 0, 0));

    List<Effect> effects = Decomposition.of(groups, new Group(2, 10, 8, 10), 100);

    assertThat(effects.get(0).rate(), is(0.0));
    assertThat(effects.get(1).rate(), is(0.0));
    assertThat(sum(effects), is(closeTo(60, 1e-12)));
  }

  @Property(tries = 500)
  void effectsAddUpToTheChangeWhateverTheGroups(@ForAll("groups") List<Group> groups) {
    Group all = groups.stream().reduce(Group::plus).orElseThrow();
    Assume.that(all.denominator0() > 0 && all.denominator1() > 0);

    double change = all.numerator1() / all.denominator1() - all.numerator0() / all.denominator0();

    double size =
        groups.stream().mapToDouble(g -> Math.abs(g.numerator0()) + Math.abs(g.numerator1())).sum();
    assertThat(sum(Decomposition.of(groups, all, 1)), is(closeTo(change, 1e-13 * (1 + size))));
  }

  @Provide
  Arbitrary<List<Group>> groups() {
    Arbitrary<Double> numerators = Arbitraries.longs().between(-100, 1_000).map(Long::doubleValue);
    Arbitrary<Double> denominators = Arbitraries.longs().between(0, 1_000).map(Long::doubleValue);
    return Combinators.combine(numerators, denominators, numerators, denominators)
        .as(Group::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static double sum(List<Effect> effects) {
    return effects.stream().mapToDouble(Effect::sum).sum();
  }
}
