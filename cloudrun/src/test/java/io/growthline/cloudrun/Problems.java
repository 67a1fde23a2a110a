package io.growthline.cloudrun;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;

/** What every refusal looks like. */
final class Problems {
  private Problems() {}

  static ValidatableResponse refused(ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("title", notNullValue())
        .body("detail", not(containsString("Exception")));
  }
}
