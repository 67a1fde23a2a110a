package io.growthline.cloudrun.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that take a {@code Browser} as a parameter. They are skipped where there is no Chromium,
 * and fail there when {@code REQUIRE_BROWSER=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserCondition.class, BrowserParameter.class})
@interface NeedsBrowser {}
