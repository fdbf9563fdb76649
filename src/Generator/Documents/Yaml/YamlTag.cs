namespace Semel.Generator.Documents;

internal enum YamlTag { None, NonSpecific, String, Integer, Float, Boolean, Null, Map, Sequence }
