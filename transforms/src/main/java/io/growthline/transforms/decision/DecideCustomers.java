package io.growthline.transforms.decision;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.ActionLogs;
import io.growthline.domain.decision.Allocation;
import io.growthline.domain.decision.AudienceChange;
import io.growthline.domain.decision.BreakEven;
import io.growthline.domain.decision.BudgetCurvePoint;
import io.growthline.domain.decision.Candidates;
import io.growthline.domain.decision.Choice;
import io.growthline.domain.decision.Chooser;
import io.growthline.domain.decision.ChurnRuleAgreement;
import io.growthline.domain.decision.DecisionCurves;
import io.growthline.domain.decision.DecisionInput;
import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.decision.DecisionTable;
import io.growthline.domain.decision.DecisionTables;
import io.growthline.domain.decision.DecisionTotals;
import io.growthline.domain.decision.Eligibility;
import io.growthline.domain.decision.Limit;
import io.growthline.domain.decision.Plan;
import io.growthline.domain.decision.PlanLimit;
import io.growthline.domain.decision.PlanTotal;
import io.growthline.domain.decision.PlanTotals;
import io.growthline.domain.decision.Prices;
import io.growthline.domain.decision.ProfitCurvePoint;
import io.growthline.domain.decision.Recommendation;
import io.growthline.domain.decision.RuleTotals;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.TotalsCoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Makes a plan of buckets of customers in three passes: totals of all customers give prices of
 * limits; prices give candidates; what became of candidates gives the rows of each customer. Only
 * totals and candidates come together in one place.
 */
public final class DecideCustomers
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  private static final TotalsCoder<DecisionTotals> TOTALS = TotalsCoder.of(DecisionTotals::new);
  private static final TotalsCoder<Candidates> CANDIDATES = TotalsCoder.of(Candidates::new);
  private static final TotalsCoder<Allocation> ALLOCATION = TotalsCoder.of(Allocation::new);
  private static final TotalsCoder<PlanTotals> PLAN_TOTALS = TotalsCoder.of(PlanTotals::new);
  private static final TotalsCoder<RuleTotals> RULE_TOTALS = TotalsCoder.of(RuleTotals::new);
  private static final TupleTag<PlanTotals> SUMS = new TupleTag<>("sums") {};
  private static final TupleTag<RuleTotals> RULES = new TupleTag<>("rules") {};

  /** The tables of which the buckets hold blocks, packed by customer. */
  public static final List<TableSpec<?>> INPUTS = DecisionInputs.TABLES;

  /** Tables of each customer. */
  private static final List<TableSpec<?>> OF_CUSTOMERS =
      Stream.concat(
              DecisionTables.CUSTOMERS.stream().map(table -> TableSpec.of(table.table())),
              Stream.of(TableSpec.of(ActionLog.class), TableSpec.of(AudienceChange.class)))
          .<TableSpec<?>>map(table -> table)
          .toList();

  /** Tables of the totals before the choice. */
  private static final List<TableSpec<?>> OF_TOTALS =
      List.of(
          TableSpec.of(ProfitCurvePoint.class),
          TableSpec.of(BudgetCurvePoint.class),
          TableSpec.of(BreakEven.class));

  /** Tables of what rules say of all customers. */
  private static final List<TableSpec<?>> OF_RULES =
      List.of(TableSpec.of(Recommendation.class), TableSpec.of(ChurnRuleAgreement.class));

  /** Tables of the totals of the plan. */
  private static final List<TableSpec<?>> OF_PLAN =
      List.of(TableSpec.of(PlanTotal.class), TableSpec.of(PlanLimit.class));

  /** The tables of the result, by {@link TableTags}; of the log only what this plan adds. */
  public static final List<TableSpec<?>> TABLES =
      Stream.of(OF_CUSTOMERS, OF_TOTALS, OF_RULES, OF_PLAN)
          .<TableSpec<?>>flatMap(List::stream)
          .toList();

  private final Decider decider;

  private DecideCustomers(Decider decider) {
    this.decider = decider;
  }

  public static DecideCustomers with(Decider decider) {
    return new DecideCustomers(decider);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
    PCollection<DecisionTotals> totals =
        buckets
            .apply("Count bucket", ParDo.of(new CountBucket(decider)))
            .setCoder(TOTALS)
            .apply("Add up customers", TOTALS.addUp());
    PCollectionTuple curves =
        totals.apply(
            "Draw curves",
            ParDo.of(new DrawCurves(decider))
                .withOutputTags(new TupleTag<Void>("none") {}, TableTags.all(OF_TOTALS)));
    PCollectionView<Prices> prices =
        totals
            .apply("Fit prices", ParDo.of(new FitPrices(decider)))
            .setCoder(SerializableCoder.of(Prices.class))
            .apply("View prices", View.asSingleton());
    PCollectionView<Allocation> allocation =
        buckets
            .apply("Propose", ParDo.of(new Propose(decider, prices)).withSideInputs(prices))
            .setCoder(CANDIDATES)
            .apply("Gather candidates", CANDIDATES.addUp())
            .apply("Allocate", ParDo.of(new Allocate(decider)))
            .setCoder(ALLOCATION)
            .apply("View allocation", View.asSingleton());
    PCollectionView<DecisionTotals> known = totals.apply("View totals", View.asSingleton());
    TupleTagList tags = TableTags.all(OF_CUSTOMERS).and(RULES);
    PCollectionTuple decided =
        buckets.apply(
            "Decide",
            ParDo.of(new Decide(decider, known, prices, allocation))
                .withSideInputs(known, prices, allocation)
                .withOutputTags(SUMS, tags));
    PCollectionTuple sums =
        decided
            .get(SUMS)
            .setCoder(PLAN_TOTALS)
            .apply("Add up plan", PLAN_TOTALS.addUp())
            .apply(
                "Total plan",
                ParDo.of(new TotalPlan(decider, known, allocation))
                    .withSideInputs(known, allocation)
                    .withOutputTags(new TupleTag<Void>("none") {}, TableTags.all(OF_PLAN)));
    PCollectionTuple rules =
        decided
            .get(RULES)
            .setCoder(RULE_TOTALS)
            .apply("Add up rules", RULE_TOTALS.addUp())
            .apply(
                "Total rules",
                ParDo.of(new TotalRules(decider, known))
                    .withSideInputs(known)
                    .withOutputTags(new TupleTag<Void>("none") {}, TableTags.all(OF_RULES)));
    PCollectionTuple all = PCollectionTuple.empty(buckets.getPipeline());
    for (TableSpec<?> table : OF_CUSTOMERS) {
      all = with(all, decided, table);
    }
    for (TableSpec<?> table : OF_TOTALS) {
      all = with(all, curves, table);
    }
    for (TableSpec<?> table : OF_RULES) {
      all = with(all, rules, table);
    }
    for (TableSpec<?> table : OF_PLAN) {
      all = with(all, sums, table);
    }
    return all;
  }

  private static <R extends Record> PCollectionTuple with(
      PCollectionTuple all, PCollectionTuple from, TableSpec<R> table) {
    return all.and(TableTags.of(table), typed(from.get(TableTags.of(table)), table.type()));
  }

  private static <R extends Record> PCollection<R> typed(PCollection<R> rows, Class<R> type) {
    return rows.setCoder(RecordCoder.of(type));
  }

  private static final class CountBucket
      extends DoFn<KV<Integer, Iterable<byte[]>>, DecisionTotals> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;
    private transient Eligibility eligibility;

    CountBucket(Decider decider) {
      this.decider = decider;
    }

    @Setup
    public void load() {
      eligibility = decider.eligibility();
    }

    @ProcessElement
    public void count(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<DecisionTotals> out) {
      DecisionTotals totals = new DecisionTotals();
      DecisionInputs inputs =
          new DecisionInputs(bucket.getValue(), eligibility.rules().churnRules(), decider.asOf());
      inputs.log().values().forEach(rows -> rows.forEach(totals::addDay));
      inputs.forEach(
          customer -> totals.add(eligibility.rules().actions(), eligibility.consider(customer)));
      out.output(totals);
    }
  }

  private static final class DrawCurves extends DoFn<DecisionTotals, Void> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;

    DrawCurves(Decider decider) {
      this.decider = decider;
    }

    @ProcessElement
    public void draw(@Element DecisionTotals totals, MultiOutputReceiver out) {
      Plan plan = totals.plan(DecisionRules.parse(decider.files()), decider.asOf());
      DecisionCurves.profit(plan, totals)
          .forEach(out.get(TableTags.of(ProfitCurvePoint.class))::output);
      DecisionCurves.budget(plan, totals)
          .forEach(out.get(TableTags.of(BudgetCurvePoint.class))::output);
      DecisionCurves.breakEven(plan, totals)
          .forEach(out.get(TableTags.of(BreakEven.class))::output);
    }
  }

  private static final class FitPrices extends DoFn<DecisionTotals, Prices> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;

    FitPrices(Decider decider) {
      this.decider = decider;
    }

    @ProcessElement
    public void fit(@Element DecisionTotals totals, OutputReceiver<Prices> out) {
      out.output(totals.prices(DecisionRules.parse(decider.files())));
    }
  }

  private static final class Propose extends DoFn<KV<Integer, Iterable<byte[]>>, Candidates> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;
    private final PCollectionView<Prices> prices;
    private transient Eligibility eligibility;

    Propose(Decider decider, PCollectionView<Prices> prices) {
      this.decider = decider;
      this.prices = prices;
    }

    @Setup
    public void load() {
      eligibility = decider.eligibility();
    }

    @ProcessElement
    public void propose(ProcessContext context) {
      Chooser chooser = new Chooser(eligibility.rules(), context.sideInput(prices));
      Candidates candidates = new Candidates();
      new DecisionInputs(
              context.element().getValue(), eligibility.rules().churnRules(), decider.asOf())
          .forEach(customer -> chooser.addTo(candidates, eligibility.consider(customer)));
      context.output(candidates);
    }
  }

  private static final class Allocate extends DoFn<Candidates, Allocation> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;

    Allocate(Decider decider) {
      this.decider = decider;
    }

    @ProcessElement
    public void allocate(@Element Candidates candidates, OutputReceiver<Allocation> out) {
      out.output(Allocation.of(DecisionRules.parse(decider.files()), candidates));
    }
  }

  private static final class Decide extends DoFn<KV<Integer, Iterable<byte[]>>, PlanTotals> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;
    private final PCollectionView<DecisionTotals> totals;
    private final PCollectionView<Prices> prices;
    private final PCollectionView<Allocation> allocation;
    private transient Eligibility eligibility;

    Decide(
        Decider decider,
        PCollectionView<DecisionTotals> totals,
        PCollectionView<Prices> prices,
        PCollectionView<Allocation> allocation) {
      this.decider = decider;
      this.totals = totals;
      this.prices = prices;
      this.allocation = allocation;
    }

    @Setup
    public void load() {
      eligibility = decider.eligibility();
    }

    @ProcessElement
    public void decide(ProcessContext context, MultiOutputReceiver out) {
      Plan plan = context.sideInput(totals).plan(eligibility.rules(), decider.asOf());
      Chooser chooser = new Chooser(eligibility.rules(), context.sideInput(prices));
      Allocation allocated = context.sideInput(allocation);
      List<Limit> limits = Limit.all(eligibility.rules());
      PlanTotals sums = new PlanTotals();
      RuleTotals rules = new RuleTotals();
      DecisionInputs inputs =
          new DecisionInputs(
              context.element().getValue(), eligibility.rules().churnRules(), decider.asOf());
      Set<String> unscored = new HashSet<>(inputs.log().keySet());
      inputs.forEach(
          customer -> {
            unscored.remove(customer.customerId());
            Choice choice = chooser.choice(eligibility.consider(customer), allocated);
            sums.add(limits, choice);
            rules.add(eligibility.rules(), customer);
            for (DecisionTable<?> table : DecisionTables.CUSTOMERS) {
              output(table, plan, customer, choice, out);
            }
            ActionLogs.rows(plan, choice).forEach(out.get(TableTags.of(ActionLog.class))::output);
            ActionLogs.changes(plan, customer.customerId(), customer.log(), choice)
                .forEach(out.get(TableTags.of(AudienceChange.class))::output);
          });
      for (String customerId : unscored) {
        ActionLogs.changes(plan, customerId, inputs.log().get(customerId), null)
            .forEach(out.get(TableTags.of(AudienceChange.class))::output);
      }
      out.get(SUMS).output(sums);
      out.get(RULES).output(rules);
    }

    private static <R extends Record> void output(
        DecisionTable<R> table,
        Plan plan,
        DecisionInput customer,
        Choice choice,
        MultiOutputReceiver out) {
      table.rows(plan, customer, choice).forEach(out.get(TableTags.of(table.table()))::output);
    }
  }

  private static final class TotalPlan extends DoFn<PlanTotals, Void> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;
    private final PCollectionView<DecisionTotals> totals;
    private final PCollectionView<Allocation> allocation;

    TotalPlan(
        Decider decider,
        PCollectionView<DecisionTotals> totals,
        PCollectionView<Allocation> allocation) {
      this.decider = decider;
      this.totals = totals;
      this.allocation = allocation;
    }

    @ProcessElement
    public void total(ProcessContext context, MultiOutputReceiver out) {
      Plan plan =
          context.sideInput(totals).plan(DecisionRules.parse(decider.files()), decider.asOf());
      PlanTotals sums = context.element();
      sums.rows(plan).forEach(out.get(TableTags.of(PlanTotal.class))::output);
      sums.limits(plan, context.sideInput(allocation).prices())
          .forEach(out.get(TableTags.of(PlanLimit.class))::output);
    }
  }

  private static final class TotalRules extends DoFn<RuleTotals, Void> {
    private static final long serialVersionUID = 1L;

    private final Decider decider;
    private final PCollectionView<DecisionTotals> totals;

    TotalRules(Decider decider, PCollectionView<DecisionTotals> totals) {
      this.decider = decider;
      this.totals = totals;
    }

    @ProcessElement
    public void total(ProcessContext context, MultiOutputReceiver out) {
      Plan plan =
          context.sideInput(totals).plan(DecisionRules.parse(decider.files()), decider.asOf());
      RuleTotals rules = context.element();
      rules.recommendations(plan).forEach(out.get(TableTags.of(Recommendation.class))::output);
      rules.agreement(plan).forEach(out.get(TableTags.of(ChurnRuleAgreement.class))::output);
    }
  }
}
