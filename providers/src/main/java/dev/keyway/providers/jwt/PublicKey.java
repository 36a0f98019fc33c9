package dev.keyway.providers.jwt;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;

/** A published key, with what verifies by it. */
record PublicKey(JWK jwk, JWSVerifier verifier) {}
