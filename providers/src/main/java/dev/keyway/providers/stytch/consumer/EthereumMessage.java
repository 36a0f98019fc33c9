package dev.keyway.providers.stytch.consumer;

import static dev.keyway.providers.http.ViewCalls.notNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message of Sign-In with Ethereum says (EIP-4361). Immutable.
 *
 * @see <a href="https://eips.ethereum.org/EIPS/eip-4361">EIP-4361</a>
 */
public final class EthereumMessage {

  private final String domain;
  private final URI uri;
  private final @Nullable String statement;
  private final @Nullable String chainId;
  private final List<URI> resources;

  private EthereumMessage(
      String domain,
      URI uri,
      @Nullable String statement,
      @Nullable String chainId,
      List<URI> resources) {
    this.domain = domain;
    this.uri = uri;
    this.statement = statement;
    this.chainId = chainId;
    this.resources = resources;
  }

  /**
   * A message with nothing else said.
   *
   * @param domain who asks, as host and port: {@code app.example.com}
   * @param uri what the sign-in is for
   */
  public static EthereumMessage of(String domain, URI uri) {
    return new EthereumMessage(
        notNull(domain, "domain"), notNull(uri, "uri"), null, null, List.of());
  }

  /** Who asks. */
  public String domain() {
    return domain;
  }

  /** What the sign-in is for. */
  public URI uri() {
    return uri;
  }

  /** A sentence for the person. Default: none. */
  public Optional<String> statement() {
    return Optional.ofNullable(statement);
  }

  /** The chain's number (EIP-155). Default: Stytch's, {@code 1}. */
  public Optional<String> chainId() {
    return Optional.ofNullable(chainId);
  }

  /** What the person agrees to. Default: nothing. */
  public List<URI> resources() {
    return resources;
  }

  /** The same with {@link #statement()}: printable ASCII without line breaks. */
  public EthereumMessage statement(String statement) {
    return new EthereumMessage(domain, uri, notNull(statement, "statement"), chainId, resources);
  }

  /** The same with {@link #chainId()}. */
  public EthereumMessage chainId(String chainId) {
    return new EthereumMessage(domain, uri, statement, notNull(chainId, "chainId"), resources);
  }

  /** The same with {@link #resources()}. */
  public EthereumMessage resources(List<URI> resources) {
    return new EthereumMessage(
        domain, uri, statement, chainId, List.copyOf(notNull(resources, "resources")));
  }
}
