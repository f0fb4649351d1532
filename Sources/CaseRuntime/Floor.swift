package func embedded() -> [UInt8] { PackageResources.default_keys }
