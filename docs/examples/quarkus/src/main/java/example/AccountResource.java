package example;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.Session;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;

/** Sign-up and sign-in for an application without pages, such as one on a phone. */
@Path("/")
@Blocking
public class AccountResource {

  /** What the caller sends. */
  public record Credentials(String email, String password) {}

  /** What the caller keeps. */
  public record Tokens(String accessToken, String renewalToken) {}

  @Inject AuthClient auth;

  @POST
  @Path("sign-up")
  public Response signUp(Credentials given) {
    return answer(
        () ->
            auth.passwords()
                .signUp(EmailAddress.of(given.email()), Secret.of(given.password())));
  }

  @POST
  @Path("sign-in")
  public Response signIn(Credentials given) {
    return answer(
        () ->
            auth.passwords()
                .signIn(EmailAddress.of(given.email()), Secret.of(given.password())));
  }

  @GET
  @Path("me")
  @SignedIn
  public Map<String, String> me(@Context ContainerRequestContext request) {
    Session session = (Session) request.getProperty(BearerTokenFilter.SESSION);
    return Map.of("user", session.userId().value());
  }

  private static Response answer(Supplier<SignInResult> call) {
    try {
      return call.get()
          .fold(
              in -> Response.ok(tokens(in.tokens())).build(),
              more -> problem(403, ErrorCode.SECOND_FACTOR_REQUIRED),
              other -> problem(403, ErrorCode.UNSUPPORTED));
    } catch (AuthException e) {
      return switch (e.code().kind()) {
        case CALLER -> problem(e.code() == ErrorCode.INVALID_ARGUMENT ? 400 : 500, e.code());
        case EVIDENCE -> problem(401, e.code());
        case ACCOUNT -> problem(409, e.code());
        default -> problem(503, e.code());
      };
    }
  }

  private static Tokens tokens(SessionTokens tokens) {
    return new Tokens(tokens.access().reveal(), tokens.renewal().reveal());
  }

  private static Response problem(int status, ErrorCode code) {
    return Response.status(status).entity(Map.of("error", code.name())).build();
  }
}
