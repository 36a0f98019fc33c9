package dev.keyway.providers.jwt;

import com.nimbusds.jose.jwk.JWK;

/** A published key, with what checks signatures by it. */
record PublicKey(JWK jwk, SignatureCheck check) {}
