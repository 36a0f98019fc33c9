package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One route of the control API: what it is called, takes, gives, and who carries it out. */
final class Endpoint {
  private final HttpMethod method;
  private final String template;
  private final String id;
  private final String summary;
  private final ObjectType query;
  private final @Nullable ObjectType body;
  private final boolean bodyRequired;
  private final int status;
  private final @Nullable ObjectType response;
  private final String contentType;
  private final boolean handsOut;
  private final Function<ControlCall, Response> handler;

  private Endpoint(Builder builder, Function<ControlCall, Response> handler) {
    this.method = builder.method;
    this.template = builder.template;
    this.id = builder.id;
    this.summary = builder.summary;
    this.query = builder.query;
    this.body = builder.body;
    this.bodyRequired = builder.bodyRequired;
    this.status = builder.status;
    this.response = builder.response;
    this.contentType = builder.contentType;
    this.handsOut = builder.handsOut;
    this.handler = handler;
  }

  static Builder get(String template, String id) {
    return new Builder(HttpMethod.GET, template, id);
  }

  static Builder post(String template, String id) {
    return new Builder(HttpMethod.POST, template, id);
  }

  static Builder put(String template, String id) {
    return new Builder(HttpMethod.PUT, template, id);
  }

  static Builder patch(String template, String id) {
    return new Builder(HttpMethod.PATCH, template, id);
  }

  static Builder delete(String template, String id) {
    return new Builder(HttpMethod.DELETE, template, id);
  }

  HttpMethod method() {
    return method;
  }

  /** Path template below {@code /_emulator}. */
  String template() {
    return template;
  }

  String id() {
    return id;
  }

  String summary() {
    return summary;
  }

  ObjectType query() {
    return query;
  }

  @Nullable ObjectType body() {
    return body;
  }

  boolean bodyRequired() {
    return bodyRequired;
  }

  /** Status of success. */
  int status() {
    return status;
  }

  /** Null when nothing, or no JSON object of ours, comes back. */
  @Nullable ObjectType response() {
    return response;
  }

  String contentType() {
    return contentType;
  }

  /** Whether what it gives is given once, so that HEAD must not ask for it. */
  boolean handsOut() {
    return handsOut;
  }

  Response run(ControlCall call) {
    return handler.apply(call);
  }

  /** Describes an endpoint. */
  static final class Builder {
    private final HttpMethod method;
    private final String template;
    private final String id;
    private String summary = "";
    private ObjectType query = ObjectType.of();
    private @Nullable ObjectType body;
    private boolean bodyRequired;
    private int status = 200;
    private @Nullable ObjectType response;
    private String contentType = "application/json";
    private boolean handsOut;

    private Builder(HttpMethod method, String template, String id) {
      this.method = method;
      this.template = template;
      this.id = id;
    }

    /** What it does, in one sentence or two. */
    Builder says(String sentence) {
      summary = sentence;
      return this;
    }

    /** Takes query parameters. */
    Builder query(Field<?>... parameters) {
      query = query.and(parameters);
      return this;
    }

    /** Takes a body. */
    Builder takes(ObjectType shape) {
      body = shape;
      bodyRequired = true;
      return this;
    }

    /** Takes a body, or none. */
    Builder mayTake(ObjectType shape) {
      body = shape;
      bodyRequired = false;
      return this;
    }

    /** Gives each thing once: HEAD, which would drop it, is refused. */
    Builder handsOut() {
      handsOut = true;
      return this;
    }

    /** Answers with another status than 200. */
    Builder status(int success) {
      status = success;
      return this;
    }

    /** Ends with what gives the response. */
    Endpoint gives(ObjectType shape, Function<ControlCall, ? extends JsonNode> handler) {
      response = Objects.requireNonNull(shape, "shape");
      return json(handler);
    }

    /** Ends with what gives a response whose shape is described elsewhere. */
    Endpoint givesJson(Function<ControlCall, ? extends JsonNode> handler) {
      return json(handler);
    }

    /** Ends with what gives a text. */
    Endpoint givesText(String type, Function<ControlCall, String> handler) {
      contentType = type;
      int success = status;
      return new Endpoint(
          this, call -> Response.text(success, handler.apply(call)).withContentType(type));
    }

    /** Ends with what is done; nothing comes back. */
    Endpoint does(Consumer<ControlCall> handler) {
      status = 204;
      return new Endpoint(
          this,
          call -> {
            handler.accept(call);
            return Response.empty(204);
          });
    }

    private Endpoint json(Function<ControlCall, ? extends JsonNode> handler) {
      int success = status;
      return new Endpoint(this, call -> Response.indentedJson(success, handler.apply(call)));
    }
  }
}
