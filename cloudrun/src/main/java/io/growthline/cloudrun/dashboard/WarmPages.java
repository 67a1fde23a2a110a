package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.cloudrun.data.WarmUp;
import io.growthline.pages.Pages;
import io.growthline.pages.Role;
import io.growthline.pages.Site;
import io.growthline.pages.Source;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes each page of the navigation once, so that its results are there when somebody asks. */
@ApplicationScoped
class WarmPages implements WarmUp {
  @Override
  public void warm(Snapshot snapshot) {
    Source source = Source.of(new PublishedTables(snapshot, Role.ANALYST));
    Pages.ALL.forEach(page -> Site.page(page, source));
  }
}
