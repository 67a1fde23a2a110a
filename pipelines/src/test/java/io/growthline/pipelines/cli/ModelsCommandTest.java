package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.scoring.Decision;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStage;
import io.growthline.pipelines.models.FileSystemsStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir Path data;
  private ModelRegistry registry;

  @BeforeEach
  void twoVersionsOfWhichTheNewerIsInProduction() {
    registry = new ModelRegistry(new FileSystemsStore(data.resolve("models").toString()));
    for (String version : new String[] {"v1", "v2"}) {
      registry.register("churn", version, Map.of(), new Decision("run r1", "Trained.", "AUC 0.8"));
      registry.promote("churn", version, new Decision("run r1", "No gate fails.", ""));
    }
  }

  @Test
  void listNamesTheVersionInProduction() {
    assertThat(
        models("list").out().lines().skip(1).findFirst().orElse(""),
        matchesPattern("churn +v2 +[0-9-]+ [0-9:]+ +2 +0 +run r1"));
  }

  @Test
  void showTellsWhoDidWhatAndWhy() {
    assertThat(
        models("show", "churn").out(),
        allOf(
            containsString("v1                     candidate   by run r1: Trained."),
            containsString("AUC 0.8"),
            containsString("v2                     production  by run r1: No gate fails.")));
  }

  @Test
  void rollbackPutsTheVersionBeforeBackIntoProduction() {
    Cli cli = models("rollback", "churn", "--why", "Too many calls", "--by", "Ada");

    assertThat(cli.out(), is("Model churn: version v1 is back in production.\n"));
    assertThat(registry.production("churn"), is(Optional.of("v1")));
    assertThat(
        models("show", "churn", "v1").out(), containsString("production  by Ada: Too many calls"));
  }

  @Test
  void promotePutsAnyVersionIntoProduction() {
    assertThat(models("promote", "churn", "v1", "--why", "Better").code(), is(0));
    assertThat(registry.production("churn"), is(Optional.of("v1")));
  }

  @Test
  void promoteToShadowLeavesProductionAsItIs() {
    Cli cli = models("promote", "churn", "v1", "--to", "shadow", "--why", "To compare");

    assertThat(cli.out(), is("Model churn: version v1 is in shadow.\n"));
    assertThat(registry.production("churn"), is(Optional.of("v2")));
    assertThat(registry.stages("churn").get("v1"), is(ModelStage.SHADOW));
  }

  @Test
  void whatIsNotThereIsNamedWithWhatIs() {
    assertThat(models("show", "chrn").err(), is("There is no model chrn. Known: churn.\n"));
    Cli unknown = models("promote", "churn", "v3", "--why", "Better");
    assertThat(unknown.code(), is(2));
    assertThat(unknown.err(), is("Model churn has no version v3; versions: [v1, v2]\n"));
  }

  @Test
  void aDecisionNeedsAReason() {
    Cli cli = models("rollback", "churn");
    assertThat(cli.code(), is(2));
    assertThat(cli.err(), startsWith("Missing required option: '--why=TEXT'"));
  }

  @Test
  void withoutModelsItSaysHowToGetSome() {
    Cli cli = Cli.run("models", "list", "--data", data.resolve("none").toString());
    assertThat(cli.out(), is("There are no models yet. Train some with 'growthline run'.\n"));
  }

  private Cli models(String... words) {
    String[] line = new String[words.length + 3];
    line[0] = "models";
    System.arraycopy(words, 0, line, 1, words.length);
    line[words.length + 1] = "--data";
    line[words.length + 2] = data.toString();
    return Cli.run(line);
  }
}
