package io.growthline.domain.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where and when synthetic customers sign up, without the rest of their lives. */
public final class Signups {
  private Signups() {}

  /** An account opened by a customer who lives in a region. */
  public record Signup(String region, LocalDate day) {}

  /** The signups of the first customers of the standard world. */
  public static List<Signup> of(Period period, long seed, int customers) {
    World world = World.standard();
    List<Signup> signups = new ArrayList<>();
    for (int number = 0; number < customers; number++) {
      Persona persona = Persona.of(world, period, seed, number);
      signups.add(new Signup(persona.region(), Period.day(persona.openedAt())));
    }
    return signups;
  }
}
