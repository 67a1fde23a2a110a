package io.growthline.domain.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Says the value of a feature in words, from {@code reasons.yaml}. */
final class ReasonTexts {
  private static final ReasonTexts STANDARD = load("/growthline/reasons.yaml");

  /**
   * @param many text for any other value; {@code {n}} is the number, {@code {money}} an amount from
   *     minor units, {@code {percent}} a share
   * @param zero text for 0
   * @param one text for 1
   * @param missing text when the value is unknown
   */
  record Texts(String many, String zero, String one, String missing) {}

  private final Map<String, Texts> byFeature;

  private ReasonTexts(Map<String, Texts> byFeature) {
    this.byFeature = byFeature;
  }

  static ReasonTexts standard() {
    return STANDARD;
  }

  /** Words by feature. */
  Map<String, Texts> words() {
    return byFeature;
  }

  /** The value of a feature in words; null is unknown. */
  String text(String feature, Double value, Money money) {
    Texts texts = byFeature.get(feature);
    String plain = feature.replace('_', ' ');
    if (value == null) {
      return texts == null || texts.missing() == null ? plain + " unknown" : texts.missing();
    }
    if (texts == null) {
      return plain + " " + number(value);
    }
    String template =
        value == 0 && texts.zero() != null
            ? texts.zero()
            : value == 1 && texts.one() != null ? texts.one() : texts.many();
    return template
        .replace("{n}", number(value))
        .replace("{money}", money.exact(value))
        .replace("{percent}", String.format(Locale.UK, "%.0f %%", value * 100));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.UK, "%,.0f", value)
        : String.format(Locale.UK, "%,.1f", value);
  }

  private static ReasonTexts load(String resource) {
    try (InputStream in = ReasonTexts.class.getResourceAsStream(resource)) {
      return new ReasonTexts(
          new YAMLMapper().readValue(in, new TypeReference<Map<String, Texts>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
