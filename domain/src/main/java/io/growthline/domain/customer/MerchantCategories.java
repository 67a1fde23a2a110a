package io.growthline.domain.customer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What merchant categories are, as {@code customer/merchant_categories.yaml} lists them. */
public final class MerchantCategories {
  /** Stands for the category of transactions that name none. */
  static final String NONE = "uncategorised";

  /** Kind of spending on what a household cannot do without. */
  public static final String NECESSITY = "necessity";

  static final String DISCRETIONARY = "discretionary";
  static final String TRAVEL = "travel";
  static final String OTHER = "other";

  private static final List<String> TYPES = List.of(NECESSITY, DISCRETIONARY, TRAVEL, OTHER);
  private static final String STANDARD = "/customer/merchant_categories.yaml";

  private final Map<String, Category> listed = new LinkedHashMap<>();

  /**
   * @param group what it belongs to
   * @param type kind of spending
   */
  record Category(String category, String group, String type) {}

  private MerchantCategories() {}

  /** The categories that come with the platform. */
  public static MerchantCategories standard() {
    try (InputStream in = MerchantCategories.class.getResourceAsStream(STANDARD)) {
      return parse(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(STANDARD + " cannot be read", e);
    }
  }

  /**
   * Categories from YAML.
   *
   * @param file name for messages
   * @throws IllegalArgumentException when a category is listed twice or has an unknown type
   */
  static MerchantCategories parse(String file, String yaml) {
    MerchantCategories categories = new MerchantCategories();
    try {
      for (Category category :
          new YAMLMapper().readValue(yaml, new TypeReference<List<Category>>() {})) {
        if (!TYPES.contains(category.type())) {
          throw new IllegalArgumentException(
              "%s: the type of %s is %s; write one of %s"
                  .formatted(file, category.category(), category.type(), TYPES));
        }
        if (categories.listed.put(category.category(), category) != null) {
          throw new IllegalArgumentException(
              "%s: %s is listed twice; keep one line".formatted(file, category.category()));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is not a list of categories: %s".formatted(file, e.getMessage()), e);
    }
    return categories;
  }

  /** The listed categories in the order of the file. */
  Collection<Category> listed() {
    return Collections.unmodifiableCollection(listed.values());
  }

  boolean isListed(String category) {
    return listed.containsKey(category);
  }

  /** Kind of spending of a category, {@code other} when it is not listed or null. */
  public String type(String category) {
    Category known = listed.get(category);
    return known == null ? OTHER : known.type();
  }

  /** Name of the category of a transaction, which may name none. */
  static String name(String category) {
    return category == null ? NONE : category;
  }
}
