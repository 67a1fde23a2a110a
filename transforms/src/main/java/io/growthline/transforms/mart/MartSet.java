package io.growthline.transforms.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.experiment.ExperimentDeclarations;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.Mart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The marts that one pipeline builds.
 *
 * @param customers rows of single customers
 * @param totals totals counted over customers
 * @param population rows of customers that are compared with all; the input of each is among {@code
 *     customers}
 */
public record MartSet(
    List<CustomerMart<?>> customers,
    List<TotalMart<?, ?>> totals,
    List<PopulationMart<?, ?, ?, ?>> population)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All marts of the platform but analyses. */
  public static MartSet standard() {
    return new MartSet(Marts.CUSTOMERS, Marts.TOTALS, Marts.POPULATION);
  }

  /** The same with the experiments of a user. */
  public static MartSet with(ExperimentDeclarations declared) {
    return new MartSet(Marts.CUSTOMERS, Marts.totals(declared), Marts.POPULATION);
  }

  /** The tables of these marts, in the order of the data dictionary. */
  List<TableSpec<?>> tables() {
    return Stream.of(customers, totals, population)
        .<Mart<?>>flatMap(List::stream)
        .<TableSpec<?>>map(mart -> TableSpec.of(mart.table()))
        .toList();
  }
}
