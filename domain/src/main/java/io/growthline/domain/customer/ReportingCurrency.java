package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.money.Money;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The one currency in which amounts of transactions are added up, with what others were worth in
 * it. Amounts are never added as they are written in several currencies.
 */
public final class ReportingCurrency implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Takes every amount as it is written, for data of one currency. */
  public static final ReportingCurrency AS_WRITTEN = new ReportingCurrency("", List.of());

  // Longer than any holiday, and a rate a month will do.
  private static final int KEPT_DAYS = 31;

  private final String code;
  private final long minorPerMajor;
  private final TreeMap<String, TreeMap<LocalDate, List<Rate>>> rates = new TreeMap<>();

  /**
   * What a unit of a currency was worth on a day.
   *
   * @param rate units of the reporting currency
   * @param knownAt when the rate had been set and the platform knew it
   */
  public record Rate(String currency, LocalDate rateOn, double rate, Instant knownAt)
      implements Serializable {}

  /**
   * @param code ISO 4217 code
   * @param rates in any order; of several for one day the one known last counts
   */
  public ReportingCurrency(String code, List<Rate> rates) {
    this.code = code;
    this.minorPerMajor = BigDecimal.ONE.movePointRight(Money.digits(code)).longValueExact();
    for (Rate rate : rates) {
      this.rates
          .computeIfAbsent(rate.currency(), c -> new TreeMap<>())
          .computeIfAbsent(rate.rateOn(), day -> new ArrayList<>())
          .add(rate);
    }
  }

  public String code() {
    return code;
  }

  /** Minor units of a major one: 100 pence of a pound, and 100 of amounts as they are written. */
  long minorPerMajor() {
    return minorPerMajor;
  }

  /**
   * The amount of a transaction in minor units of this currency, at the newest rate of the 31 days
   * up to its own that was known before an instant; empty without such a rate.
   *
   * @throws ArithmeticException when the amount does not fit 64 bits
   */
  public OptionalLong minor(Transaction transaction, Instant before) {
    return minor(
        transaction.amountMinor(), transaction.currency(), transaction.occurredAt(), before);
  }

  /**
   * The same of any amount in a currency at an instant.
   *
   * @throws ArithmeticException when the amount does not fit 64 bits
   */
  public OptionalLong minor(long amountMinor, String currency, Instant at, Instant before) {
    if (code.isEmpty() || code.equals(currency)) {
      return OptionalLong.of(amountMinor);
    }
    Rate rate = rate(currency, at, before);
    if (rate == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        BigDecimal.valueOf(amountMinor)
            .movePointLeft(Money.digits(currency))
            .multiply(BigDecimal.valueOf(rate.rate()))
            .movePointRight(Money.digits(code))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  private Rate rate(String currency, Instant at, Instant before) {
    TreeMap<LocalDate, List<Rate>> ofCurrency = rates.get(currency);
    if (ofCurrency == null) {
      return null;
    }
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    for (List<Rate> ofDay :
        ofCurrency.subMap(day.minusDays(KEPT_DAYS), false, day, true).descendingMap().values()) {
      Rate newest = null;
      for (Rate rate : ofDay) {
        if (rate.knownAt().isBefore(before)
            && (newest == null || !rate.knownAt().isBefore(newest.knownAt()))) {
          newest = rate;
        }
      }
      if (newest != null) {
        return newest;
      }
    }
    return null;
  }

  /** Tells currencies and rates apart: equal text, equal amounts. */
  @Override
  public String toString() {
    return code + rates;
  }
}
