package dev.keyway.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Verifies Stack Auth's access tokens with a plain JOSE library, as its documentation tells
 * backends to: the project's published keys, and the project's id as the audience.
 */
@ExtendWith(EmulatorExtension.class)
class StackAuthJwksTest {

  private static final int TIMEOUT_MILLIS = 300_000;

  @Test
  void aPlainLibraryVerifiesAnAccessToken(World world) throws Exception {
    SignInResult.SignedIn in = signUp(world);
    JWTClaimsSet claims =
        verifier(world, world.stackAuth().projectId()).process(in.tokens().access().reveal(), null);
    assertEquals(in.user().id().value(), claims.getSubject());
    assertEquals("ada@example.com", claims.getStringClaim("email"));
    assertEquals(world.stackAuth().issuer(), claims.getIssuer());
  }

  @Test
  void aPlainLibraryRefusesATokenForAnotherProject(World world) throws Exception {
    String token = signUp(world).tokens().access().reveal();
    assertThrows(
        BadJOSEException.class, () -> verifier(world, "another-project").process(token, null));
  }

  @Test
  void aPlainLibraryRefusesAChangedToken(World world) throws Exception {
    String token = signUp(world).tokens().access().reveal();
    String changed = token.substring(0, token.length() - 8) + "AAAAAAAA";
    assertThrows(
        BadJOSEException.class,
        () -> verifier(world, world.stackAuth().projectId()).process(changed, null));
  }

  private static SignInResult.SignedIn signUp(World world) {
    try (AuthClient client =
        AuthClient.open(AuthConfig.of(Vendor.STACK_AUTH.patientSettings(world)))) {
      return client
          .passwords()
          .signUp(EmailAddress.of("ada@example.com"), Secret.of("quiet-Harbour-74-lanterns"))
          .orElseThrow();
    }
  }

  private static ConfigurableJWTProcessor<SecurityContext> verifier(World world, String audience)
      throws MalformedURLException, ParseException, JOSEException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256,
            JWKSourceBuilder.create(
                    world.stackAuth().jwksUrl().toURL(),
                    // The library's own are half a second.
                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS))
                .build()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(audience, null, Set.of("sub", "exp")));
    return processor;
  }
}
