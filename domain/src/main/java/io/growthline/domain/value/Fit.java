package io.growthline.domain.value;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A fitted model, or why there is none.
 *
 * @param customers to whom it is fitted
 * @param fitted absent when it cannot be
 * @param reason why not, as one sentence; absent when it is
 */
record Fit<M>(long customers, Fitted<M> fitted, String reason) {
  /** Fewest customers with repeat purchases from whom anything is learnt. */
  static final long FEWEST = 100;

  /** Fits when and how often customers buy. */
  static Fit<BgNbd> ofPurchases(PurchaseTimes times) {
    return of(
        "When customers buy",
        times.repeatCustomers(),
        times.allCustomers(),
        4,
        BgNbd::of,
        model -> model.logLikelihood(times));
  }

  /** Fits for how much customers buy. */
  static Fit<GammaGamma> ofValues(PurchaseValues values) {
    Fit<GammaGamma> fit =
        of(
            "For how much customers buy",
            values.allCustomers(),
            values.allCustomers(),
            3,
            GammaGamma::of,
            model -> model.logLikelihood(values));
    if (fit.fitted() != null && fit.fitted().model().q() <= 1) {
      return new Fit<>(
          fit.customers(),
          null,
          "For how much customers buy cannot be said: amounts differ so much that they have no mean.");
    }
    return fit;
  }

  private static <M> Fit<M> of(
      String what,
      long repeatCustomers,
      long customers,
      int parameters,
      Function<double[], M> maker,
      ToDoubleFunction<M> logLikelihood) {
    if (repeatCustomers < FEWEST) {
      return new Fit<>(
          customers,
          null,
          "%s cannot be said: %d customers bought again, %d are needed."
              .formatted(what, repeatCustomers, FEWEST));
    }
    try {
      return new Fit<>(
          customers, MaximumLikelihood.fit(parameters, maker, logLikelihood, customers), null);
    } catch (NotIdentifiedException e) {
      return new Fit<>(customers, null, what + " cannot be said: " + e.getMessage() + ".");
    }
  }
}
