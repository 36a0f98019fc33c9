package dev.keyway.emulator.stytch;

/**
 * Another system whose tokens become sessions of a project.
 *
 * @param id its id, by which a token's sender names it
 * @param issuer who issues the tokens
 * @param audience whom the tokens are for
 * @param publicKey what they are signed with: a public key of RSA in PEM. Only RS256 is known
 * @param emailClaim the claim with the e-mail address of the user, who has to exist
 */
public record TrustedTokenProfile(
    String id, String issuer, String audience, String publicKey, String emailClaim) {}
