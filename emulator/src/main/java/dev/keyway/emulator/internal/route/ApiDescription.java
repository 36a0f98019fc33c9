package dev.keyway.emulator.internal.route;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an OpenAPI document says of a vendor beyond its routes.
 *
 * @param name of the document, without an ending
 * @param vendor what people call the vendor
 * @param securitySchemes the ways to authenticate, by name
 * @param errorSchema JSON Schema of a response with an error
 * @param codeField the field of such a response that holds the code
 */
public record ApiDescription(
    String name,
    String vendor,
    ObjectNode securitySchemes,
    ObjectNode errorSchema,
    String codeField) {}
