package io.growthline.transforms.mart;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.transforms.AddUp;
import io.growthline.transforms.block.BlockCoder;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Builds all marts but analyses from buckets of raw rows: rows of customers, totals, and rows that
 * compare customers with all. Rows travel as sorted runs by partition.
 */
public final class BuildMarts
    extends PTransform<
        PCollection<KV<Integer, Iterable<byte[]>>>, PCollection<KV<String, byte[]>>> {
  private static final KvCoder<String, byte[]> BLOCKS =
      KvCoder.of(StringUtf8Coder.of(), BlockCoder.of());

  private final MartSet marts;
  private final MartPlan plan;
  private final transient PCollection<KV<String, byte[]>> keptRows;
  private final transient PCollection<MartGroup> keptGroups;

  private BuildMarts(
      MartSet marts,
      MartPlan plan,
      PCollection<KV<String, byte[]>> keptRows,
      PCollection<MartGroup> keptGroups) {
    this.marts = marts;
    this.plan = plan;
    this.keptRows = keptRows;
    this.keptGroups = keptGroups;
  }

  /**
   * @param marts what is built
   * @param keptRows published rows of customers that are not built, see {@link MartPlan#keeping}
   * @param keptGroups published totals of these
   */
  public static BuildMarts of(
      MartSet marts,
      MartPlan plan,
      PCollection<KV<String, byte[]>> keptRows,
      PCollection<MartGroup> keptGroups) {
    return new BuildMarts(marts, plan, keptRows, keptGroups);
  }

  /** The tables of the standard marts, in the order of the data dictionary, and of the groups. */
  public static List<TableSpec<?>> tables() {
    List<TableSpec<?>> tables = new ArrayList<>(MartSet.standard().tables());
    tables.add(TableSpec.of(MartGroup.class));
    return tables;
  }

  @Override
  public PCollection<KV<String, byte[]>> expand(
      PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
    PCollectionTuple built =
        buckets.apply(
            "Build customers",
            ParDo.of(new BuildCustomers(marts, plan))
                .withOutputTags(BuildCustomers.ROWS, TupleTagList.of(BuildCustomers.TOTALS)));
    PCollection<KV<String, byte[]>> customers =
        PCollectionList.of(built.get(BuildCustomers.ROWS).setCoder(BLOCKS))
            .and(keptRows)
            .apply("Built and kept rows", Flatten.pCollections());
    PCollection<KV<String, byte[]>> totals = totals(built.get(BuildCustomers.TOTALS));
    PCollectionList<KV<String, byte[]>> all = PCollectionList.of(customers).and(totals);
    for (PopulationMart<?, ?, ?, ?> mart : marts.population()) {
      String table = TableSpec.of(mart.table()).name();
      all =
          all.and(
              customers.apply("Build " + table, new BuildPopulation<>(mart, plan.asOf(), totals)));
    }
    return all.apply("All marts", Flatten.pCollections());
  }

  private PCollection<KV<String, byte[]>> totals(PCollection<GroupTotals> parts) {
    List<TotalMart<?, ?>> counted = marts.totals();
    Coder<GroupTotals> coder = GroupTotals.coder(counted);
    PCollectionView<List<MartGroup>> kept = keptGroups.apply("Kept groups", View.asList());
    return parts
        .setCoder(coder)
        .apply(
            "Add up totals",
            new AddUp<>(() -> new GroupTotals(counted), GroupTotals::addAll, coder))
        .apply("Make totals", ParDo.of(new MakeTotals(counted, plan, kept)).withSideInputs(kept))
        .setCoder(BLOCKS);
  }
}
