/// What holds for every HTTP request: who may ask for what, security headers, the request id, and the pages of the web
/// client and of GraphiQL.
@NullMarked
package io.fairbridge.platform.web;

import org.jspecify.annotations.NullMarked;
