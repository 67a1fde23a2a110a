package io.growthline.transforms.pricing;

import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.Audiences;
import io.growthline.domain.pricing.Guardrails;
import io.growthline.domain.scoring.CustomerScore;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Counts customers and their churn scores by segment into one value. Customers meet their scores
 * within a few buckets, because a key for each customer is slow on some runners.
 */
public final class CountAudiences
    extends PTransform<PCollection<Customer360Profile>, PCollection<Audiences>> {
  private static final long serialVersionUID = 1L;
  private static final int BUCKETS = 16;
  private static final TupleTag<Customer360Profile> CUSTOMERS = new TupleTag<>() {};
  private static final TupleTag<CustomerScore> SCORES = new TupleTag<>() {};

  private final transient PCollection<CustomerScore> scores;

  private CountAudiences(PCollection<CustomerScore> scores) {
    this.scores = scores;
  }

  /**
   * @param scores scores of any model; those of churn are taken, and there may be none
   */
  public static CountAudiences scoredBy(PCollection<CustomerScore> scores) {
    return new CountAudiences(scores);
  }

  @Override
  public PCollection<Audiences> expand(PCollection<Customer360Profile> customers) {
    PCollection<CustomerScore> churn =
        scores.apply("TakeChurnScores", Filter.by(score -> score.model().equals("churn")));
    return KeyedPCollectionTuple.of(
            CUSTOMERS, customers.apply("BucketCustomers", byBucket(Customer360Profile::customerId)))
        .and(SCORES, churn.apply("BucketScores", byBucket(CustomerScore::customerId)))
        .apply("MeetInBuckets", CoGroupByKey.create())
        .apply("CountBucket", ParDo.of(new CountBucket()))
        .setCoder(SerializableCoder.of(Audiences.class))
        .apply("AddUp", Combine.globally(CountAudiences::sum));
  }

  private static <T> WithKeys<Integer, T> byBucket(SerializableFunction<T, String> customer) {
    return WithKeys.<Integer, T>of(row -> Math.floorMod(customer.apply(row).hashCode(), BUCKETS))
        .withKeyType(TypeDescriptors.integers());
  }

  private static Audiences sum(Iterable<Audiences> parts) {
    Audiences all = new Audiences();
    parts.forEach(all::add);
    return all;
  }

  private static final class CountBucket extends DoFn<KV<Integer, CoGbkResult>, Audiences> {
    private static final long serialVersionUID = 1L;
    private transient Guardrails guardrails;

    @Setup
    public void load() {
      guardrails = Guardrails.standard();
    }

    @ProcessElement
    public void count(@Element KV<Integer, CoGbkResult> bucket, OutputReceiver<Audiences> out) {
      Map<String, Double> churn = new HashMap<>();
      for (CustomerScore score : bucket.getValue().getAll(SCORES)) {
        churn.put(score.customerId(), score.score());
      }
      Audiences audiences = new Audiences();
      for (Customer360Profile customer : bucket.getValue().getAll(CUSTOMERS)) {
        audiences.add(customer, churn.get(customer.customerId()), guardrails.excludes(customer));
      }
      out.output(audiences);
    }
  }
}
