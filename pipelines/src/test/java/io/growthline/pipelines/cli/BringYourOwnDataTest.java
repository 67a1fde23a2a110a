package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the document says, with the files and commands in it. */
class BringYourOwnDataTest {
  private static final Path DOCUMENT = Path.of("../docs/bring-your-own-data.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static final Set<String> FILES =
      Set.of("gym.yaml", "members.csv", "data", "orders.yaml", "orders.csv", "shop");

  @TempDir Path directory;

  @Test
  void theWalkThroughsGiveWhatTheDocumentSays() throws IOException {
    String text = Files.readString(DOCUMENT);
    Files.writeString(directory.resolve("members.csv"), blocks(text, "csv").get(0));
    Files.writeString(directory.resolve("gym.yaml"), blocks(text, "yaml").get(0));
    Files.writeString(directory.resolve("orders.csv"), blocks(text, "csv").get(1));
    Files.writeString(directory.resolve("orders.yaml"), blocks(text, "yaml").get(1));
    int compared = 0;
    for (String block : blocks(text, "console")) {
      for (String step : block.split("(?m)^\\$ ")) {
        String expected = step.substring(step.indexOf('\n') + 1);
        if (!step.isEmpty()) {
          String said = run(step.substring(0, step.indexOf('\n')));
          if (!expected.isEmpty()) {
            assertThat(said, is(expected));
            compared++;
          }
        }
      }
    }
    assertThat(compared, is(6));
  }

  private String run(String command) {
    List<String> arguments = new ArrayList<>();
    Matcher words = WORD.matcher(command);
    while (words.find()) {
      String word = words.group(1) == null ? words.group(2) : words.group(1);
      boolean file = FILES.contains(word);
      arguments.add(file ? directory.resolve(word).toString() : word);
    }
    assertThat(arguments.remove(0), is("./growthline"));
    Cli cli = Cli.run(arguments.toArray(String[]::new));
    assertThat(command + ": " + cli.err(), cli.code(), is(0));
    return cli.out().replace(directory + "/", "");
  }

  private static List<String> blocks(String text, String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    assertThat(language, blocks.size(), greaterThan(0));
    return blocks;
  }
}
