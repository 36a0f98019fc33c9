package dev.keyway.emulator.internal.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text to be signed that says what the signature is for.
 *
 * @param domain who asks for it
 * @param address the account, in the case of its checksum
 * @param statement what it means, for people
 * @param uri what is signed in to
 * @param chainId which chain the account is on
 * @param nonce what makes the text the only one of its kind
 * @param issuedAt when it was made
 * @param expiresAt when it is worth nothing any more
 * @param notBefore from when on it is worth something
 * @param requestId the application's own id of the request
 * @param resources what is meant beside it
 * @see <a href="https://eips.ethereum.org/EIPS/eip-4361">EIP-4361</a>
 */
public record SiweMessage(
    String domain,
    String address,
    Optional<String> statement,
    String uri,
    String chainId,
    String nonce,
    String issuedAt,
    Optional<String> expiresAt,
    Optional<String> notBefore,
    Optional<String> requestId,
    List<String> resources) {

  /** As it is signed. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(domain + " wants you to sign in with your Ethereum account:");
    lines.add(address);
    lines.add("");
    statement.ifPresent(lines::add);
    lines.add("");
    lines.add("URI: " + uri);
    lines.add("Version: 1");
    lines.add("Chain ID: " + chainId);
    lines.add("Nonce: " + nonce);
    lines.add("Issued At: " + issuedAt);
    expiresAt.ifPresent(moment -> lines.add("Expiration Time: " + moment));
    notBefore.ifPresent(moment -> lines.add("Not Before: " + moment));
    requestId.ifPresent(id -> lines.add("Request ID: " + id));
    if (!resources.isEmpty()) {
      lines.add("Resources:");
      resources.forEach(resource -> lines.add("- " + resource));
    }
    return String.join("\n", lines);
  }
}
