package io.growthline.transforms.pricing;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.Audiences;
import io.growthline.domain.pricing.Guardrails;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.Models;
import io.growthline.transforms.TotalsCoder;
import io.growthline.transforms.block.RunBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts customers and their churn scores by segment into one value. The input is buckets of
 * customers with blocks of profiles and of scores of any model.
 */
public final class CountAudiences
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollection<Audiences>> {
  private static final TotalsCoder<Audiences> CODER = TotalsCoder.of(Audiences::new);

  @Override
  public PCollection<Audiences> expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
    return buckets
        .apply("Count bucket", ParDo.of(new CountBucket()))
        .setCoder(CODER)
        .apply("Add up", CODER.addUp());
  }

  static final class CountBucket extends DoFn<KV<Integer, Iterable<byte[]>>, Audiences> {
    private static final long serialVersionUID = 1L;
    private static final TableSpec<CustomerScore> SCORES = TableSpec.of(CustomerScore.class);
    private static final TableSpec<Customer360Profile> PROFILES =
        TableSpec.of(Customer360Profile.class);

    private transient Guardrails guardrails;

    @Setup
    public void load() {
      guardrails = Guardrails.standard();
    }

    @ProcessElement
    public void count(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<Audiences> out) {
      Map<String, Double> churn = new HashMap<>();
      // Some runners give the values of a key only once, in any order.
      List<byte[]> profiles = new ArrayList<>();
      for (byte[] block : bucket.getValue()) {
        String table = RunBlocks.table(block);
        if (table.equals(SCORES.id())) {
          RunBlocks.forEach(SCORES, block, score -> keep(score, churn));
        } else if (table.equals(PROFILES.id())) {
          profiles.add(block);
        }
      }
      Audiences audiences = new Audiences();
      for (byte[] block : profiles) {
        RunBlocks.forEach(
            PROFILES,
            block,
            customer ->
                audiences.add(
                    customer, churn.get(customer.customerId()), guardrails.excludes(customer)));
      }
      out.output(audiences);
    }

    private static void keep(CustomerScore score, Map<String, Double> churn) {
      if (score.model().equals(Models.CHURN)) {
        churn.put(score.customerId(), score.score());
      }
    }
  }
}
