package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.api.Problem;
import io.growthline.cloudrun.api.ProblemCode;
import io.growthline.cloudrun.data.NotPublishedException;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.pages.MissingPageException;
import io.growthline.pages.Page;
import io.growthline.pages.Pages;
import io.growthline.pages.Role;
import io.growthline.pages.Site;
import io.growthline.pages.Source;
import io.growthline.pages.UnknownChoiceException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One route for each page of the list: the page, one section of it, or a grid as CSV. */
@ApplicationScoped
public class PageRoutes {
  private static final String HTML = "text/html;charset=UTF-8";

  private final PublishedWarehouse warehouse;
  private final Role role;

  PageRoutes(
      PublishedWarehouse warehouse,
      @ConfigProperty(name = "growthline.role", defaultValue = "analyst") String role) {
    this.warehouse = warehouse;
    this.role = Role.of(role);
  }

  void init(@Observes Router router) {
    for (Page page : Pages.routed()) {
      router
          .get(page.path().replaceAll("\\{([a-z]+)}", ":$1"))
          .blockingHandler(context -> answer(page, context), false);
    }
  }

  private void answer(Page page, RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Cache-Control", "no-cache").putHeader("Vary", "HX-Request");
    try {
      warehouse.read(
          snapshot -> {
            answer(page, source(new PublishedTables(snapshot, role), context), context);
            return null;
          });
    } catch (NotPublishedException e) {
      response.putHeader("Content-Type", HTML).end(Site.unpublished(page, e.getMessage()));
    }
  }

  private static void answer(Page page, Source source, RoutingContext context) {
    HttpServerResponse response = context.response();
    String grid = source.asked("export");
    try {
      if (!grid.isEmpty()) {
        String csv = Site.csv(page, source, grid);
        response
            .putHeader("Content-Type", "text/csv;charset=UTF-8")
            .putHeader(
                "Content-Disposition", "attachment; filename=\"growthline-" + grid + ".csv\"")
            .end(csv);
        return;
      }
      String html =
          section(context.request())
              .flatMap(element -> Site.section(page, source, element))
              .orElseGet(() -> Site.page(page, source));
      response.putHeader("Content-Type", HTML).end(html);
    } catch (MissingPageException e) {
      response
          .setStatusCode(404)
          .putHeader("Content-Type", HTML)
          .end(Site.missing(page, source, e.getMessage()));
    } catch (UnknownChoiceException e) {
      Problem.of(ProblemCode.NOT_ALLOWED_VALUE, e.getMessage(), e.parameter()).send(response);
    }
  }

  /** The element that an open page wants to replace. */
  private static Optional<String> section(HttpServerRequest request) {
    return request.getHeader("HX-Request") == null
            || request.getHeader("HX-History-Restore-Request") != null
        ? Optional.empty()
        : Optional.ofNullable(request.getHeader("HX-Target"));
  }

  static Source source(PublishedTables tables, RoutingContext context) {
    Map<String, String> query = new HashMap<>();
    context.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
    return new Source(tables, context.pathParams(), query);
  }
}
