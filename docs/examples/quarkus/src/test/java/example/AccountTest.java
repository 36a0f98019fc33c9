package example;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmulatorResource.class)
class AccountTest {

  World world;

  @BeforeEach
  void nobodyIsThere() {
    world.reset();
  }

  private static Response post(String path, String email, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}")
        .post(path);
  }

  private static Response me(String accessToken) {
    return given().header("Authorization", "Bearer " + accessToken).get("/me");
  }

  @Test
  void whoSignsUpCanSignInAndIsKnown() {
    Response up = post("/sign-up", "ada@example.com", "my horse reads maps at noon");
    assertEquals(200, up.statusCode());
    Response in = post("/sign-in", "ada@example.com", "my horse reads maps at noon");
    assertEquals(200, in.statusCode());
    Response me = me(in.path("accessToken"));
    assertEquals(200, me.statusCode());
    assertEquals(world.accounts().list().get(0).id(), me.path("user"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    post("/sign-up", "ada@example.com", "my horse reads maps at noon");
    Response refused = post("/sign-in", "ada@example.com", "my cow reads maps at noon");
    assertEquals(401, refused.statusCode());
    assertEquals("INVALID_CREDENTIALS", refused.path("error"));
    assertEquals(400, post("/sign-in", "not an address", "x").statusCode());
  }

  @Test
  void withoutATokenNobodyIsKnown() {
    assertEquals(401, given().get("/me").statusCode());
    assertEquals(401, me("forged").statusCode());
    Response refused = me("a.b.c");
    assertEquals("Bearer error=\"invalid_token\"", refused.header("WWW-Authenticate"));
  }
}
