namespace Microsoft.Kiota.Abstractions { public abstract class BaseRequestBuilder { } }
