"""Who was like us? The cases of the library by how near they are to this place and the work at hand."""
