namespace Semel.Generator.Documents;

internal enum NodeKind { Map, Sequence, String, Number, Boolean, Null }
