package io.growthline.domain.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Worlds that differ from the standard one in a few numbers. */
public final class Worlds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Worlds() {}

  /**
   * The standard world with other numbers.
   *
   * @param section a part of the world, as {@code inclusion}
   * @param numbers new values by name
   */
  public static World with(String section, Map<String, Double> numbers) {
    ObjectNode world = JSON.valueToTree(World.standard());
    ObjectNode changed = (ObjectNode) world.get(section);
    numbers.forEach(
        (name, value) -> {
          if (!changed.has(name)) {
            throw new IllegalArgumentException("The world has no number " + name);
          }
          changed.put(name, value);
        });
    return JSON.convertValue(world, World.class);
  }
}
